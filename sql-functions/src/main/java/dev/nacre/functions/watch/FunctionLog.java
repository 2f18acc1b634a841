package dev.nacre.functions.watch;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.BoundedLog;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The log of one function in one statement: what the statement keeps goes to the database's log, too. */
final class FunctionLog implements LogSink {
    private final LogSink statement;
    private final Consumer<BoundedLog.Line> database;
    private final AtomicLong missing = new AtomicLong();

    FunctionLog(LogSink statement, Consumer<BoundedLog.Line> database) {
        this.statement = statement;
        this.database = database;
    }

    @Override
    public boolean wantsNext() {
        return statement.wantsNext();
    }

    @Override
    public boolean log(String level, String message) {
        boolean kept = statement.log(level, message);
        if (kept) {
            database.accept(new BoundedLog.Line(level, message));
        } else {
            missing.incrementAndGet();
        }
        return kept;
    }

    @Override
    public void dropped() {
        missing.incrementAndGet();
        statement.dropped();
    }

    /** Says once how many lines of the function are missing. */
    @Override
    public void end() {
        long lines = missing.getAndSet(0);
        if (lines > 0) {
            database.accept(BoundedLog.missing(lines));
        }
    }
}
