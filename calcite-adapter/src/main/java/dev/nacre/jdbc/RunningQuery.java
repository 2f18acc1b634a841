package dev.nacre.jdbc;

import dev.nacre.calcite.Execution;
import dev.nacre.calcite.PlannedQuery;
import dev.nacre.calcite.Rows;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.QueryScope;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.h2.H2Values;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A planned query while it runs, with all that it holds: H2's results and the guests' instances. Ends at the last row, at
 * a failure, and at {@link #close}, whichever comes first. Belongs to one thread; {@link #cancel} and {@link #close} may
 * come from any.
 */
final class RunningQuery implements AutoCloseable {
    private final QueryScope scope;
    private final Consumer<RunningQuery> onEnd;

    /** Held while rows are made. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable Rows rows;
    private Runnable endWatch = () -> {};
    private volatile Runnable stopH2 = () -> {};
    private volatile boolean cancelled;
    private boolean ended;

    RunningQuery(QueryScope scope, Consumer<RunningQuery> onEnd) {
        this.scope = scope;
        this.onEnd = onEnd;
    }

    /** Starts; when this throws, nothing stays open. */
    void start(PlannedQuery query, Execution execution) throws SQLException {
        lock.lock();
        scope.resume();
        try {
            query.functions().forEach(scope::prepare); // from here on the run keeps its components
            Rows opened = query.open(execution);
            rows = opened;
            endWatch = TimeoutWatch.start(scope, opened::cancel);
            opened.start();
        } catch (SQLException | RuntimeException | Error failure) {
            boolean isLate = isLate(failure);
            end();
            throw isLate ? late() : SqlExceptions.of(failure);
        } finally {
            scope.pause();
            lock.unlock();
        }
    }

    /** Returns the next row, null behind the last. */
    Value @Nullable [] next() throws SQLException {
        lock.lock();
        scope.resume();
        try {
            Rows open = rows;
            if (open == null) {
                return null;
            }
            if (open.next()) {
                return open.current();
            }
            end();
            return null;
        } catch (SQLException | RuntimeException | Error failure) {
            boolean isLate = isLate(failure);
            end();
            throw isLate ? late() : SqlExceptions.of(failure);
        } finally {
            scope.pause();
            lock.unlock();
        }
    }

    /** H2 says of a timeout what it says of a cancellation. */
    private boolean isLate(Throwable failure) {
        return failure instanceof SQLException h2
                && h2.getErrorCode() == ErrorCode.STATEMENT_WAS_CANCELED
                && scope.timeLeft().filter(Duration::isZero).isPresent();
    }

    private SQLException late() {
        return SqlExceptions.of(new FunctionException(
                FunctionErrorCode.STATEMENT_TIMEOUT,
                "statement: it ran longer than its timeout " + scope.settings().text(SqlSetting.TIMEOUT)
                        + "; raise it"));
    }

    /**
     * Does what H2 does with the rows when they are all read: it is cancelled, and late, with this query.
     *
     * @param stop makes H2 stop
     */
    <T> T then(H2Run.Action<T> action, Runnable stop) throws SQLException {
        lock.lock();
        stopH2 = stop;
        scope.resume();
        Runnable endWatchOfH2 = TimeoutWatch.start(scope, stop);
        try {
            requireTime();
            return action.run();
        } catch (SQLException failure) {
            throw isLate(failure) ? late() : failure;
        } finally {
            endWatchOfH2.run();
            scope.pause();
            stopH2 = () -> {};
            lock.unlock();
        }
    }

    private void requireTime() throws SQLException {
        if (cancelled || scope.timeLeft().filter(Duration::isZero).isPresent()) {
            throw DbException.getJdbcSQLException(ErrorCode.STATEMENT_WAS_CANCELED);
        }
    }

    void cancel() {
        cancelled = true;
        stopH2.run();
        scope.cancel();
        Rows open = rows;
        if (open != null) {
            open.cancel();
        }
    }

    /** Ends the query; while another thread reads, as soon as that one has stopped. */
    @Override
    public void close() {
        if (!lock.tryLock()) {
            cancel();
            lock.lock();
        }
        try {
            end();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        endWatch.run();
        Rows open = rows;
        rows = null;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            scope.close();
            onEnd.accept(this);
        }
    }

    /** Returns all rows that are left, at most so many. */
    void drainTo(Consumer<Value[]> target) throws SQLException {
        try {
            for (Value[] row = next(); row != null; row = next()) {
                scope.keep(H2Values.bytes(row));
                target.accept(row);
            }
        } catch (FunctionException full) {
            close();
            throw SqlExceptions.of(full);
        }
    }
}
