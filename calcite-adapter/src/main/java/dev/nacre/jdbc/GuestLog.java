package dev.nacre.jdbc;

import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.Slf4jLog;
import dev.nacre.functions.ScopeOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What guests log in one query: the first lines are kept and go to SLF4J, the others are counted. */
final class GuestLog implements LogSink {
    private static final LogSink APPLICATION = new Slf4jLog();

    private final BoundedLog kept = BoundedLog.of(Limits.sandbox());

    ScopeOptions options(Optional<Duration> timeout) {
        return ScopeOptions.defaults(this).withTimeout(timeout);
    }

    synchronized List<String> lines() {
        return kept.lines().stream()
                .map(line -> line.level() + ": " + line.message())
                .toList();
    }

    @Override
    public synchronized boolean wantsNext() {
        return kept.wantsNext();
    }

    @Override
    public synchronized void log(String level, String message) {
        kept.log(level, message);
        APPLICATION.log(level, message);
    }

    @Override
    public synchronized void dropped() {
        kept.dropped();
    }
}
