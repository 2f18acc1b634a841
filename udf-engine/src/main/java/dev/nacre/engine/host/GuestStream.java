package dev.nacre.engine.host;

import java.util.Locale;

/** The streams that a guest may have a handle of. */
enum GuestStream {
    STDIN,
    STDOUT,
    STDERR;

    /** Returns the level of lines printed to this stream. */
    String level() {
        return name().toLowerCase(Locale.ROOT);
    }
}
