package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import java.util.Objects;

/**
 * Passes lines to two sinks. The first decides: a line that it does not want reaches neither, so that a bounded first sink
 * bounds the second.
 *
 * @param first decides and gets every line that it wants
 * @param second gets the same lines
 */
public record LogTee(LogSink first, LogSink second) implements LogSink {
    public LogTee {
        Objects.requireNonNull(first, "first is null");
        Objects.requireNonNull(second, "second is null");
    }

    @Override
    public boolean wantsNext() {
        return first.wantsNext();
    }

    @Override
    public void log(String level, String message) {
        first.log(level, message);
        if (second.wantsNext()) {
            second.log(level, message);
        } else {
            second.dropped();
        }
    }

    @Override
    public void dropped() {
        first.dropped();
        second.dropped();
    }
}
