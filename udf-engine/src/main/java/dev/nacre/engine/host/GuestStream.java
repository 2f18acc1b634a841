package dev.nacre.engine.host;

import java.util.Locale;

/** The standard streams that a guest prints to: by lines to the log. */
enum GuestStream implements GuestSink {
    STDOUT,
    STDERR;

    /** Returns the level of lines printed to this stream. */
    String level() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(HostCall call, byte[] bytes) {
        GuestOutput.of(call, this).write(call, bytes);
    }

    /** Does nothing: no log has use for zeroes. */
    @Override
    public void writeZeroes(HostCall call, long count) {}
}
