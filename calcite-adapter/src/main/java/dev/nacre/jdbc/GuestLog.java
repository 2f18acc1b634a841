package dev.nacre.jdbc;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.Slf4jLog;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import java.util.List;

/** What guests log in one query: the first lines are kept and go to SLF4J, the others are counted. */
final class GuestLog implements LogSink {
    private static final LogSink APPLICATION = new Slf4jLog();

    private final BoundedLog kept;

    GuestLog(EffectiveSettings settings) {
        this.kept = new BoundedLog(settings.get(SqlSetting.LOG_BYTES), settings.get(SqlSetting.LOG_LINES));
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
