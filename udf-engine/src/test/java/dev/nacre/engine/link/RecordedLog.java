package dev.nacre.engine.link;

import dev.nacre.engine.LogSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps all lines as {@code level: message}. */
final class RecordedLog implements LogSink {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public boolean wantsNext() {
        return true;
    }

    @Override
    public boolean log(String level, String message) {
        return lines.add(level + ": " + message);
    }

    @Override
    public void dropped() {
        throw new AssertionError("a line that was wanted is dropped");
    }
}
