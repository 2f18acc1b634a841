package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcStatement;
import org.h2.message.DbException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A statement: each text is run by H2, by Nacre, or by both together. */
class NacreStatement extends DelegatingStatement {
    private final NacreConnection connection;
    private final Statement h2;
    private volatile @Nullable RunningQuery query;
    private @Nullable Outcome own;

    NacreStatement(NacreConnection connection, Statement h2) {
        super(h2);
        this.connection = connection;
        this.h2 = h2;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return execute(sql, text -> h2.execute(text));
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        return execute(sql, text -> h2.execute(text, generatedKeys));
    }

    @Override
    public boolean execute(String sql, int[] columns) throws SQLException {
        return execute(sql, text -> h2.execute(text, columns));
    }

    @Override
    public boolean execute(String sql, String[] columns) throws SQLException {
        return execute(sql, text -> h2.execute(text, columns));
    }

    private boolean execute(String sql, H2Run.Action<Boolean> whole) throws SQLException {
        endOwn();
        List<String> statements = connection.router().statements(sql);
        boolean isQuery = false;
        for (String statement : statements) {
            isQuery = executeOne(statement, statements.size() == 1 ? whole : h2::execute);
        }
        return isQuery;
    }

    private boolean executeOne(String sql, H2Run.Action<Boolean> inH2) throws SQLException {
        endOwn();
        Route route = connection.router().route(sql);
        return H2Run.isFor(route) ? new H2Run(connection).run(route, sql, inH2) : run(route, List.of());
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        endOwn();
        Route route = connection.router().route(sql);
        return H2Run.isFor(route)
                ? new NacreResultSet(new H2Run(connection).run(route, sql, h2::executeQuery), this)
                : query(route, List.of());
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return update(sql, text -> h2.executeUpdate(text));
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return update(sql, text -> h2.executeUpdate(text, generatedKeys));
    }

    @Override
    public int executeUpdate(String sql, int[] columns) throws SQLException {
        return update(sql, text -> h2.executeUpdate(text, columns));
    }

    @Override
    public int executeUpdate(String sql, String[] columns) throws SQLException {
        return update(sql, text -> h2.executeUpdate(text, columns));
    }

    private int update(String sql, H2Run.Action<Integer> inH2) throws SQLException {
        endOwn();
        Route route = connection.router().route(sql);
        return H2Run.isFor(route) ? new H2Run(connection).run(route, sql, inH2) : update(route, List.of());
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return largeUpdate(sql, text -> h2.executeLargeUpdate(text));
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        return largeUpdate(sql, text -> h2.executeLargeUpdate(text, generatedKeys));
    }

    @Override
    public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        return largeUpdate(sql, text -> h2.executeLargeUpdate(text, columns));
    }

    @Override
    public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        return largeUpdate(sql, text -> h2.executeLargeUpdate(text, columns));
    }

    private long largeUpdate(String sql, H2Run.Action<Long> inH2) throws SQLException {
        endOwn();
        Route route = connection.router().route(sql);
        return H2Run.isFor(route) ? new H2Run(connection).run(route, sql, inH2) : update(route, List.of());
    }

    /** Runs what Nacre runs; returns whether there are rows. */
    final boolean run(Route route, List<Value> parameters) throws SQLException {
        h2.getMoreResults(); // ends H2's own result; refuses when the statement is closed
        Outcome outcome = new RouteRunner(connection, this).run(route, parameters);
        own = outcome;
        return outcome.rows() != null;
    }

    final ResultSet query(Route route, List<Value> parameters) throws SQLException {
        if (!RouteRunner.givesRows(route)) {
            throw DbException.getJdbcSQLException(ErrorCode.METHOD_ONLY_ALLOWED_FOR_QUERY);
        }
        run(route, parameters);
        return java.util.Objects.requireNonNull(getResultSet());
    }

    final int update(Route route, List<Value> parameters) throws SQLException {
        if (RouteRunner.givesRows(route)) {
            throw DbException.getJdbcSQLException(ErrorCode.METHOD_NOT_ALLOWED_FOR_QUERY);
        }
        run(route, parameters);
        return getUpdateCount();
    }

    final void requireOpen() throws SQLException {
        h2.getMaxRows(); // H2 refuses when the statement is closed
    }

    final JdbcStatement h2() {
        return (JdbcStatement) h2;
    }

    final long maximumRows() throws SQLException {
        return h2.getLargeMaxRows();
    }

    final boolean isScrollable() throws SQLException {
        return h2.getResultSetType() != ResultSet.TYPE_FORWARD_ONLY;
    }

    final Optional<Duration> timeout() throws SQLException {
        int seconds = h2.getQueryTimeout();
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /** Remembers what runs, so that it can be cancelled. */
    final void onStart(RunningQuery started) {
        query = started;
    }

    /** Ends the query that runs and forgets its result. */
    final void endOwn() throws SQLException {
        Outcome last = own;
        own = null;
        RunningQuery running = query;
        query = null;
        if (running != null) {
            running.close();
        }
        if (last != null && last.rows() != null) {
            last.rows().close();
        }
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        Outcome last = own;
        if (last != null) {
            requireOpen();
            return last.rows();
        }
        return NacreResultSet.orNull(h2.getResultSet(), this);
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return own == null ? h2.getUpdateCount() : own.updateCount();
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        return own == null ? h2.getLargeUpdateCount() : own.updateCount();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        if (own == null) {
            return h2.getMoreResults(current);
        }
        if (current != KEEP_CURRENT_RESULT) {
            endOwn();
        }
        own = Outcome.NOTHING_MORE;
        return false;
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        return new NacreResultSet(h2.getGeneratedKeys(), this);
    }

    @Override
    public void cancel() throws SQLException {
        RunningQuery running = query;
        if (running != null) {
            running.cancel();
        }
        h2.cancel();
    }

    @Override
    public void close() throws SQLException {
        endOwn();
        h2.close();
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        h2.addBatch(BatchRules.textForH2(connection.router(), sql));
    }

    @Override
    public int[] executeBatch() throws SQLException {
        endOwn();
        return new H2Run(connection).batch(h2::executeBatch);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        endOwn();
        return new H2Run(connection).batch(h2::executeLargeBatch);
    }

    @Override
    public Connection getConnection() throws SQLException {
        h2.getConnection(); // refuses when the statement is closed
        return connection;
    }

    final NacreConnection nacre() {
        return connection;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : h2.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || h2.isWrapperFor(type);
    }
}
