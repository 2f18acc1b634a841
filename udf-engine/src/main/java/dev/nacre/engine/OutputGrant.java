package dev.nacre.engine;

import java.util.Optional;

/**
 * Where what a guest prints goes byte by byte; empty for lines to the instance's {@link LogSink}.
 *
 * @param standard takes standard output
 * @param error takes standard error; may be the same, which then has both in the order they were printed
 */
public record OutputGrant(Optional<OutputSink> standard, Optional<OutputSink> error) {
    /** Lines to the log. */
    static final OutputGrant NONE = new OutputGrant(Optional.empty(), Optional.empty());
}
