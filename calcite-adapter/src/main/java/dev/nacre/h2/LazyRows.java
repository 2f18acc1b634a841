package dev.nacre.h2;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.h2.command.Command;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A result whose rows H2 makes as they are asked for. Reads a few rows ahead, never more than were read before, because
 * entering the session costs as much as a row. Safe for use by several threads, through the session's lock.
 */
final class LazyRows {
    private static final int MOST_AHEAD = 64;

    private final SessionLocal session;
    private final Command command;
    private final ResultInterface result;
    private final int width;
    private final boolean givesLobs;
    private final Deque<Value[]> ahead = new ArrayDeque<>();
    private int nextAhead = 1;
    private boolean atEnd;

    /** What comes behind the rows that were read. */
    private @Nullable DbException failure;

    private @Nullable ResultInterface spilt;
    private volatile boolean inside;
    private volatile boolean cancelled;

    LazyRows(SessionLocal session, Command command, ResultInterface result) {
        this.session = session;
        this.command = command;
        this.result = result;
        this.width = result.getVisibleColumnCount();
        this.givesLobs = Lobs.among(result);
    }

    /** Returns the next row, null after the last. */
    Value @Nullable [] next() {
        session.lock();
        try {
            if (spilt != null) {
                return spilt.next() ? visible(spilt) : afterLast();
            }
            if (ahead.isEmpty() && !atEnd) {
                inSession(this::readAhead);
            }
            Value[] row = ahead.poll();
            return row != null ? row : afterLast();
        } finally {
            session.unlock();
        }
    }

    /** Returns whether H2 has rows left to make. */
    boolean isOpen() {
        return !atEnd && spilt == null;
    }

    /** Collects the rows that are left. A failure is kept for whoever reads so far. */
    void settle() {
        session.lock();
        try {
            if (isOpen()) {
                inSession(this::spill);
                closeResult();
            }
        } finally {
            session.unlock();
        }
    }

    /**
     * Makes H2 stop. The command's own mark is not seen by queries inside of its query, the session's is; but that would hit
     * the session's next statement when it comes too late, hence the two conditions.
     */
    synchronized void cancel() {
        cancelled = true;
        command.cancel();
        if (inside) {
            session.cancel();
        }
    }

    void close() {
        session.lock();
        try {
            ahead.clear();
            failure = null;
            closeResult();
            if (spilt != null) {
                spilt.close();
            }
        } finally {
            session.unlock();
        }
    }

    private void readAhead() {
        for (int count = 0; count < nextAhead; count++) {
            if (!result.next()) {
                atEnd = true;
                return;
            }
            Value[] row = visible(result);
            ahead.add(givesLobs ? Lobs.kept(session, row) : row);
        }
        nextAhead = Math.min(2 * nextAhead, MOST_AHEAD);
    }

    private void spill() {
        Spill spill = new Spill(session, result);
        ahead.forEach(spill::add);
        ahead.clear();
        try {
            while (!cancelled && result.next()) {
                spill.add(visible(result)); // H2's own result keeps large objects itself
            }
        } finally {
            spilt = spill.done();
        }
    }

    /** What H2 itself does around each row; its failures are kept. */
    private void inSession(Runnable reading) {
        Session before = session.setThreadLocalSession();
        inside = true;
        try {
            if (!cancelled) {
                reading.run();
            }
        } catch (RuntimeException | StackOverflowError failed) {
            atEnd = true;
            failure = DbException.convert(failed);
        } finally {
            inside = false;
            session.resetThreadLocalSession(before);
        }
        if (cancelled) {
            atEnd = true;
            failure = cancellation();
        }
    }

    /** Takes back the mark that a cancel may have left in the session. */
    private synchronized DbException cancellation() {
        try {
            session.checkCanceled();
        } catch (DbException mark) {
            return mark;
        }
        return H2Rows.cancellation();
    }

    private Value @Nullable [] afterLast() {
        DbException kept = failure;
        if (kept != null) {
            throw kept;
        }
        return null;
    }

    private Value[] visible(ResultInterface from) {
        Value[] row = from.currentRow();
        return row.length == width ? row : Arrays.copyOf(row, width);
    }

    /** A command that was cancelled keeps its mark: H2 must not use it again. */
    private void closeResult() {
        atEnd = true;
        if (!result.isClosed()) {
            result.close();
            if (!cancelled) {
                command.close();
            }
        }
    }
}
