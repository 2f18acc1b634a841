package dev.nacre.h2;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.api.ErrorCode;
import org.h2.command.Command;
import org.h2.command.CommandInterface;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
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
 * <p>H2 runs the query at {@link #execute}, at the first {@link #next} otherwise; the queries of an {@link H2Reading} at
 * its start. The last row, a failure and {@link #close} release H2's result.
 */
public final class H2Rows implements AutoCloseable {
    private static final AtomicInteger OPEN_RESULTS = new AtomicInteger();

    private final H2Session session;
    private final String sql;
    private final List<Value> parameters;
    private final long maximumRows;

    private @Nullable CommandInterface command;
    private @Nullable ResultInterface result;
    private volatile @Nullable LazyRows lazy;
    private CharPadding padding = CharPadding.of(false, List.of());
    private Value @Nullable [] current;
    private boolean ended;

    /** Guarded by this: set while H2 runs the query, so that a late cancel never hits a statement that H2 reuses. */
    private @Nullable CommandInterface running;

    /** Guarded by this: whether H2 was told to stop, and may not have noticed before it was done. */
    private boolean marked;

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

    String sql() {
        return sql;
    }

    /** Whether H2 makes each row when it is asked for it. */
    boolean isLazy() {
        LazyRows rows = lazy;
        return rows != null && rows.isOpen();
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
            marked = true;
            running.cancel();
        }
        LazyRows rows = lazy;
        if (rows != null) {
            rows.cancel();
        }
    }

    @Override
    public void close() {
        ended = true;
        current = null;
        ResultInterface openResult = result;
        CommandInterface openCommand = command;
        LazyRows rows = lazy;
        result = null;
        command = null;
        lazy = null;
        if (openResult != null) {
            OPEN_RESULTS.decrementAndGet();
        }
        if (rows != null) {
            rows.close();
        } else {
            close(openResult, openCommand);
        }
    }

    private void close(@Nullable ResultInterface openResult, @Nullable CommandInterface openCommand) {
        if (openResult != null) {
            openResult.close();
        }
        if (openCommand != null && mayBeReused()) {
            openCommand.close();
        }
    }

    /** H2 uses a closed command for the next statement of the same text, and a mark that it has not noticed would end that one. */
    private synchronized boolean mayBeReused() {
        return !marked;
    }

    private boolean advance() {
        ResultInterface open = result;
        if (open == null) {
            open = run();
        }
        if (cancelled) {
            throw cancellation();
        }
        LazyRows rows = lazy;
        Value[] row = rows == null ? fetched(open) : rows.next();
        if (row == null) {
            close();
            return false;
        }
        current = padding.strip(row);
        return true;
    }

    /** Where the client has asked a server for rows one by one, H2 may look for the next one for as long as for the first. */
    private Value @Nullable [] fetched(ResultInterface open) {
        if (!open.isLazy()) {
            return advance(open);
        }
        started(command);
        try {
            return advance(open);
        } finally {
            started(null);
        }
    }

    private static Value @Nullable [] advance(ResultInterface open) {
        if (!open.next()) {
            return null;
        }
        Value[] row = open.currentRow();
        int width = open.getVisibleColumnCount();
        return row.length == width ? row : Arrays.copyOf(row, width);
    }

    /** Prepares the query, with its parameters. */
    Command prepare() {
        CommandInterface prepared = session.prepare(sql);
        command = prepared;
        bind(prepared);
        return (Command) prepared;
    }

    /** Runs what was prepared, inside of a statement that its reading has started. */
    void open(SessionLocal local, boolean lazily) {
        Command prepared = (Command) requireNonNull(command, "not prepared");
        started(prepared);
        boolean clientsLazy = local.isLazyQueryExecution();
        local.setLazyQueryExecution(lazily);
        Session before = local.setThreadLocalSession();
        try {
            ResultInterface opened = prepared.query(maximumRows);
            opened(opened);
            if (opened.isLazy()) {
                lazy = new LazyRows(local, prepared, opened);
            }
        } catch (RuntimeException | StackOverflowError failed) {
            throw DbException.convert(failed);
        } finally {
            local.resetThreadLocalSession(before);
            local.setLazyQueryExecution(clientsLazy);
            started(null);
        }
    }

    /** Collects the rows that are left, if H2 has not yet. A failure is kept for whoever reads so far. */
    void settle() {
        LazyRows rows = lazy;
        if (rows != null) {
            rows.settle();
        }
    }

    private ResultInterface run() {
        CommandInterface prepared = session.prepare(sql);
        command = prepared;
        bind(prepared);
        started(prepared);
        try {
            ResultInterface opened =
                    prepared.executeQuery(maximumRows, SysProperties.SERVER_RESULT_SET_FETCH_SIZE, false);
            opened(opened);
            return opened;
        } finally {
            started(null);
        }
    }

    private void opened(ResultInterface opened) {
        OPEN_RESULTS.incrementAndGet();
        result = opened;
        List<TypeInfo> types = types(opened);
        padding = session.padding(types);
    }

    private static List<TypeInfo> types(ResultInterface result) {
        return IntStream.range(0, result.getVisibleColumnCount())
                .mapToObj(result::getColumnType)
                .toList();
    }

    private void bind(CommandInterface command) {
        List<? extends ParameterInterface> targets = command.getParameters();
        for (int index = 0; index < targets.size(); index++) {
            targets.get(index).setValue(session.parameter(parameters.get(index)), true);
        }
    }

    private synchronized void started(@Nullable CommandInterface executed) {
        running = executed;
        if (executed != null && cancelled) {
            throw cancellation();
        }
    }

    static DbException cancellation() {
        return DbException.get(ErrorCode.STATEMENT_WAS_CANCELED);
    }
}
