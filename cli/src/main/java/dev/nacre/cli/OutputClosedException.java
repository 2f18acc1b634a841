package dev.nacre.cli;

import java.io.IOException;

/** Says that nobody reads standard output any more, as when {@code head} has seen enough. */
final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputClosedException() {
        super("standard output was closed");
    }
}
