package dev.nacre.engine.host;

import dev.nacre.engine.LogSink;
import java.util.Objects;

/**
 * Passes lines to two sinks. The first decides: a line that it does not keep does not reach the second, so that a bounded
 * first sink bounds both.
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
    public boolean log(String level, String message) {
        if (!first.log(level, message)) {
            second.dropped();
            return false;
        }
        if (second.wantsNext()) {
            second.log(level, message);
        } else {
            second.dropped();
        }
        return true;
    }

    @Override
    public void dropped() {
        first.dropped();
        second.dropped();
    }

    @Override
    public void end() {
        first.end();
        second.end();
    }
}
