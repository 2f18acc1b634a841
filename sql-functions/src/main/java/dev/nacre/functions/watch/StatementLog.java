package dev.nacre.functions.watch;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.Slf4jLog;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * What guests log in one statement: the first lines, as many as {@code log_lines} and {@code log_bytes} allow, are kept and
 * go to SLF4J; of the others nothing but their number. Safe for use by many threads.
 */
public final class StatementLog implements LogSink {
    private static final LogSink APPLICATION = new Slf4jLog();

    private final BoundedLog kept;
    private final LogSink application;
    private boolean ended;

    /** Makes a log with the bounds of a statement. */
    public StatementLog(EffectiveSettings settings) {
        this(new BoundedLog(settings.get(SqlSetting.LOG_BYTES), settings.get(SqlSetting.LOG_LINES)), APPLICATION);
    }

    StatementLog(BoundedLog kept, LogSink application) {
        this.kept = kept;
        this.application = application;
    }

    /** Returns the kept lines as {@code level: message}, and one line more where some were not kept. */
    public synchronized List<String> lines() {
        List<BoundedLog.Line> lines = new ArrayList<>(kept.lines());
        if (kept.droppedLines() > 0) {
            lines.add(BoundedLog.missing(kept.droppedLines()));
        }
        return lines.stream().map(line -> line.level() + ": " + line.message()).toList();
    }

    @Override
    public synchronized boolean wantsNext() {
        return kept.wantsNext();
    }

    @Override
    public synchronized boolean log(String level, String message) {
        return kept.log(level, message) && passOn(new BoundedLog.Line(level, message));
    }

    private boolean passOn(BoundedLog.Line line) {
        if (application.wantsNext()) {
            application.log(line.level(), line.message());
        }
        return true;
    }

    @Override
    public synchronized void dropped() {
        kept.dropped();
    }

    /** Tells SLF4J how many lines are missing. Ending again does nothing. */
    @Override
    public synchronized void end() {
        if (!ended && kept.droppedLines() > 0) {
            passOn(BoundedLog.missing(kept.droppedLines()));
        }
        ended = true;
    }
}
