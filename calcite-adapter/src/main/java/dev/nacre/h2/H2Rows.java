package dev.nacre.h2;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.api.ErrorCode;
import org.h2.command.CommandInterface;
import org.h2.engine.SysProperties;
import org.h2.expression.ParameterInterface;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one H2 query, forward only. Belongs to one thread; only {@link #cancel} may come from any.
 *
 * <p>H2 runs the query at {@link #execute}, at the first {@link #next} otherwise. The last row, a failure and {@link #close} release H2's result.
 */
public final class H2Rows implements AutoCloseable {
    private static final AtomicInteger OPEN_RESULTS = new AtomicInteger();

    private final H2Session session;
    private final String sql;
    private final List<Value> parameters;
    private final long maximumRows;

    private @Nullable CommandInterface command;
    private @Nullable ResultInterface result;
    private CharPadding padding = CharPadding.of(false, List.of());
    private Value @Nullable [] current;
    private boolean ended;

    /** Guarded by this: set while H2 runs the query, so that a late cancel never hits a statement that H2 reuses. */
    private @Nullable CommandInterface running;

    private volatile boolean cancelled;

    H2Rows(H2Session session, String sql, List<Value> parameters, long maximumRows) {
        this.session = session;
        this.sql = sql;
        this.parameters = parameters;
        this.maximumRows = maximumRows;
    }

    /** Returns how many results of H2 are open in this process: 0 when nothing runs. */
    public static int openResults() {
        return OPEN_RESULTS.get();
    }

    /**
     * Lets H2 run the query now, if it has not run yet.
     *
     * @throws SQLException H2's own; 57014 when cancelled
     */
    public void execute() throws SQLException {
        if (!ended && result == null) {
            try {
                run();
            } catch (DbException e) {
                close();
                throw DbException.toSQLException(e);
            }
        }
    }

    /**
     * Moves to the next row.
     *
     * @return false after the last row
     * @throws SQLException H2's own; 57014 when cancelled
     */
    public boolean next() throws SQLException {
        if (ended) {
            return false;
        }
        try {
            return advance();
        } catch (DbException e) {
            close();
            throw DbException.toSQLException(e);
        }
    }

    /** Returns the current row. */
    public Value[] current() {
        Value[] row = current;
        if (row == null) {
            throw new IllegalStateException("there is no current row");
        }
        return row;
    }

    /** Returns the types of the columns; the query has run. */
    public List<TypeInfo> types() {
        if (result == null) {
            throw new IllegalStateException("the query has not run");
        }
        return types(result);
    }

    /** Makes H2 stop; the thread that reads gets H2's 57014. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void close() {
        ended = true;
        current = null;
        ResultInterface openResult = result;
        CommandInterface openCommand = command;
        result = null;
        command = null;
        if (openResult != null) {
            OPEN_RESULTS.decrementAndGet();
            openResult.close();
        }
        if (openCommand != null) {
            openCommand.close();
        }
    }

    private boolean advance() {
        ResultInterface open = result;
        if (open == null) {
            open = run();
        }
        if (cancelled) {
            throw DbException.get(ErrorCode.STATEMENT_WAS_CANCELED);
        }
        if (!open.next()) {
            close();
            return false;
        }
        Value[] row = open.currentRow();
        int width = open.getVisibleColumnCount();
        current = padding.strip(row.length == width ? row : Arrays.copyOf(row, width));
        return true;
    }

    private ResultInterface run() {
        CommandInterface prepared = session.prepare(sql);
        command = prepared;
        bind(prepared);
        started(prepared);
        try {
            ResultInterface opened =
                    prepared.executeQuery(maximumRows, SysProperties.SERVER_RESULT_SET_FETCH_SIZE, false);
            OPEN_RESULTS.incrementAndGet();
            result = opened;
            padding = session.padding(types(opened));
            return opened;
        } finally {
            started(null);
        }
    }

    private static List<TypeInfo> types(ResultInterface result) {
        return IntStream.range(0, result.getVisibleColumnCount())
                .mapToObj(result::getColumnType)
                .toList();
    }

    private void bind(CommandInterface command) {
        List<? extends ParameterInterface> targets = command.getParameters();
        for (int index = 0; index < targets.size(); index++) {
            targets.get(index).setValue(parameters.get(index), true);
        }
    }

    private synchronized void started(@Nullable CommandInterface executed) {
        running = executed;
        if (executed != null && cancelled) {
            throw DbException.get(ErrorCode.STATEMENT_WAS_CANCELED);
        }
    }
}
