package dev.nacre.jdbc;

import dev.nacre.engine.LogSink;
import dev.nacre.functions.ScopeOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PLACEHOLDER */
final class GuestLog implements LogSink {
    private final List<String> lines = new ArrayList<>();

    ScopeOptions options(Optional<Duration> timeout) {
        return ScopeOptions.defaults(this).withTimeout(timeout);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized boolean wantsNext() {
        return lines.size() < 1000;
    }

    @Override
    public synchronized void log(String level, String message) {
        lines.add(level + ": " + message);
    }

    @Override
    public void dropped() {}
}
