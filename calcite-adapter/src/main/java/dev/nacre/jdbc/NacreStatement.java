package dev.nacre.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.h2.jdbc.JdbcStatement;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A statement: each text is run by H2, by Nacre, or by both together. */
class NacreStatement extends DelegatingStatement {
    private final NacreConnection connection;
    private final Statement h2;
    private final ResultFaces faces = new ResultFaces(this, this::completed);
    private final TextBatch batch = new TextBatch();
    private final InnerStatement inner = new InnerStatement();
    private boolean translatesEscapes = true;
    private boolean closesOnCompletion;
    private volatile @Nullable RunningQuery query;
    private @Nullable Outcome own;
    private volatile boolean planning;
    private volatile @Nullable OwnRun ownRun;

    NacreStatement(NacreConnection connection, Statement h2) {
        super(h2);
        this.connection = connection;
        this.h2 = h2;
    }

    /** What H2 does with a text, by the method that was called. */
    private interface InH2<T> {
        T run(String text) throws SQLException;
    }

    /** What Nacre does with a text that H2 does not run. */
    private interface ByNacre<T> {
        T run(Route route) throws SQLException;
    }

    /**
     * The one way of a text: who runs it decides what of the two is done. Of several statements in one text the first
     * gives the result, and none gives generated keys, as in H2.
     *
     * @param part what H2 does with the first of several statements
     */
    private <T> T run(@Nullable String sql, InH2<T> whole, InH2<T> part, ByNacre<T> byNacre) throws SQLException {
        begin();
        List<String> statements = connection.router().statements(translated(sql));
        T result = runOne(statements.get(0), statements.size() == 1 ? whole : part, byNacre);
        for (String rest : statements.subList(1, statements.size())) {
            runRest(rest);
        }
        return result;
    }

    private void runRest(String text) throws SQLException {
        try (Statement rest = connection.createStatement()) {
            rest.execute(text);
        } catch (SQLException failure) {
            begin(); // the first statement's result is lost, too
            throw failure;
        }
    }

    private <T> T runOne(String text, InH2<T> inH2, ByNacre<T> byNacre) throws SQLException {
        Route route = route(text);
        Optional<String> forH2 = route.textForH2(text);
        faces.by(route);
        return forH2.isPresent() ? new H2Run(connection).run(route, () -> inH2.run(forH2.get())) : byNacre.run(route);
    }

    /** Finds who runs a text; {@link #cancel} ends it. */
    private Route route(String text) throws SQLException {
        planning = true;
        try {
            return connection.router().route(text, timeout());
        } finally {
            planning = false;
        }
    }

    /** Ends what ran before; refuses when the statement is closed. */
    final void begin() throws SQLException {
        endOwn();
        h2.getMoreResults();
        inner.forget();
        faces.forget();
    }

    private String translated(@Nullable String sql) throws SQLException {
        return translatesEscapes ? connection.nativeSQL(sql) : StatementRouter.requireText(sql);
    }

    @Override
    public void setEscapeProcessing(boolean enable) throws SQLException {
        h2.setEscapeProcessing(enable);
        translatesEscapes = enable;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return execute(sql, h2::execute, this::prepare);
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        return execute(
                sql,
                text -> h2.execute(text, generatedKeys),
                text -> connection.h2().prepareStatement(text, generatedKeys));
    }

    @Override
    public boolean execute(String sql, int[] columns) throws SQLException {
        return execute(
                sql, text -> h2.execute(text, columns), text -> connection.h2().prepareStatement(text, columns));
    }

    @Override
    public boolean execute(String sql, String[] columns) throws SQLException {
        return execute(
                sql, text -> h2.execute(text, columns), text -> connection.h2().prepareStatement(text, columns));
    }

    private boolean execute(String sql, InH2<Boolean> inH2, InnerStatement.Preparing preparing) throws SQLException {
        return run(sql, inH2, h2::execute, route -> runOwn(route, List.of(), preparing));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        InH2<ResultSet> inH2 = text -> face(h2.executeQuery(text));
        return run(sql, inH2, inH2, route -> query(route, List.of(), this::prepare));
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return update(sql, h2::executeUpdate, this::prepare);
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return update(
                sql,
                text -> h2.executeUpdate(text, generatedKeys),
                text -> connection.h2().prepareStatement(text, generatedKeys));
    }

    @Override
    public int executeUpdate(String sql, int[] columns) throws SQLException {
        return update(
                sql,
                text -> h2.executeUpdate(text, columns),
                text -> connection.h2().prepareStatement(text, columns));
    }

    @Override
    public int executeUpdate(String sql, String[] columns) throws SQLException {
        return update(
                sql,
                text -> h2.executeUpdate(text, columns),
                text -> connection.h2().prepareStatement(text, columns));
    }

    private int update(String sql, InH2<Integer> inH2, InnerStatement.Preparing preparing) throws SQLException {
        return run(sql, inH2, h2::executeUpdate, route -> small(update(route, List.of(), preparing)));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return largeUpdate(sql, h2::executeLargeUpdate, this::prepare);
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        return largeUpdate(
                sql,
                text -> h2.executeLargeUpdate(text, generatedKeys),
                text -> connection.h2().prepareStatement(text, generatedKeys));
    }

    @Override
    public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        return largeUpdate(
                sql,
                text -> h2.executeLargeUpdate(text, columns),
                text -> connection.h2().prepareStatement(text, columns));
    }

    @Override
    public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        return largeUpdate(
                sql,
                text -> h2.executeLargeUpdate(text, columns),
                text -> connection.h2().prepareStatement(text, columns));
    }

    private long largeUpdate(String sql, InH2<Long> inH2, InnerStatement.Preparing preparing) throws SQLException {
        return run(sql, inH2, h2::executeLargeUpdate, route -> update(route, List.of(), preparing));
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        requireOpen();
        batch.add(translated(sql));
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        begin();
        List<String> texts = batch.take();
        return giveToH2(texts)
                ? new H2Run(connection).batch(h2::executeBatch)
                : executeAll(texts).counts();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        begin();
        List<String> texts = batch.take();
        return giveToH2(texts)
                ? new H2Run(connection).batch(h2::executeLargeBatch)
                : executeAll(texts).largeCounts();
    }

    /** Returns false when H2 does not run all of the batch as it is. */
    private boolean giveToH2(List<String> texts) throws SQLException {
        StatementRouter router = connection.router();
        for (String text : texts) {
            if (!router.isForH2(text)) {
                h2.clearBatch();
                return false;
            }
            h2.addBatch(text);
        }
        return true;
    }

    private BatchResults executeAll(List<String> texts) {
        BatchResults results = new BatchResults(texts.size());
        for (int index = 0; index < texts.size(); index++) {
            String text = texts.get(index);
            results.run(index, () -> largeUpdate(text, h2::executeLargeUpdate, this::prepare));
        }
        return results;
    }

    /** Runs what Nacre runs; returns whether there are rows. */
    final boolean runOwn(Route route, List<Value> parameters, InnerStatement.Preparing preparing) throws SQLException {
        Refusals.requireParameters(route, parameters);
        Outcome outcome = new RouteRunner(connection, this, preparing).run(route, parameters);
        own = outcome;
        return outcome.rows() != null;
    }

    final ResultSet query(Route route, List<Value> parameters, InnerStatement.Preparing preparing) throws SQLException {
        if (!RouteRunner.givesRows(route)) {
            throw Refusals.notAQuery();
        }
        runOwn(route, parameters, preparing);
        return requireNonNull(getResultSet());
    }

    final long update(Route route, List<Value> parameters, InnerStatement.Preparing preparing) throws SQLException {
        Refusals.requireParameters(route, parameters);
        if (RouteRunner.givesRows(route)) {
            throw Refusals.query(route);
        }
        runOwn(route, parameters, preparing);
        return getLargeUpdateCount();
    }

    private PreparedStatement prepare(String text) throws SQLException {
        return connection.h2().prepareStatement(text);
    }

    /** Returns a count as H2 gives it to those who ask for a small one. */
    static int small(long count) {
        return count <= Integer.MAX_VALUE ? (int) count : SUCCESS_NO_INFO;
    }

    /** Returns the type of a parameter's value as of now, by its number from 1. */
    TypeInfo parameterType(int parameter) {
        return TypeInfo.TYPE_UNKNOWN; // a statement without parameters gives none to its columns either
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

    final InnerStatement inner() {
        return inner;
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        SQLWarning ofH2 = super.getWarnings();
        Outcome last = own;
        return last == null || last.warning() == null ? ofH2 : last.warning();
    }

    @Override
    public void clearWarnings() throws SQLException {
        super.clearWarnings();
        Outcome last = own;
        own = last == null ? null : last.withoutWarning();
    }

    /** Remembers what runs, so that it can be cancelled. */
    final void onStart(RunningQuery started) {
        query = started;
    }

    /** Starts a statement that is Nacre's own, so that it can be cancelled until it is closed. */
    final OwnRun startOwn() {
        OwnRun started = new OwnRun(() -> ownRun = null);
        ownRun = started;
        return started;
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
            last.rows().closeByStatement();
        }
    }

    /**
     * Closes the statement where that was asked for. H2's own does not know: it takes the end of a planned result by the
     * next run for the client's close.
     */
    final void completed() throws SQLException {
        if (closesOnCompletion) {
            close();
        }
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        requireOpen();
        closesOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        requireOpen();
        return closesOnCompletion;
    }

    /** Returns the statement that the client holds. */
    Statement face() {
        return this;
    }

    /** Returns H2's result as the client sees it: the same object for the same result. */
    final ResultSet face(ResultSet result) {
        return faces.of(result);
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        Outcome last = own;
        if (last != null) {
            requireOpen();
            return last.rows();
        }
        return faces.orNull(h2.getResultSet());
    }

    @Override
    public int getUpdateCount() throws SQLException {
        int ofH2 = h2.getUpdateCount();
        return own == null ? ofH2 : small(own.updateCount());
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        long ofH2 = h2.getLargeUpdateCount();
        return own == null ? ofH2 : own.updateCount();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        if (current == CLOSE_CURRENT_RESULT || current == CLOSE_ALL_RESULTS) {
            endOwn();
        }
        return h2.getMoreResults(current);
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        ResultSet ofH2 = h2.getGeneratedKeys(); // refuses when the statement is closed
        ResultSet ofInner = inner.keys(connection, h2());
        return faces.ofKeys(ofInner == null ? ofH2 : ofInner);
    }

    @Override
    public void cancel() throws SQLException {
        RunningQuery running = query;
        if (running != null) {
            running.cancel();
        }
        if (planning) {
            connection.router().cancelPlanning();
        }
        OwnRun definition = ownRun;
        if (definition != null) {
            definition.cancel();
        }
        inner.cancel();
        h2.cancel();
    }

    @Override
    public void close() throws SQLException {
        endOwn();
        batch.clear();
        h2.close();
    }

    @Override
    public @Nullable Connection getConnection() throws SQLException {
        return h2.getConnection() == null ? null : connection; // H2 has none when the statement is closed
    }

    final NacreConnection nacre() {
        return connection;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrappers.unwrap(this, h2, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Wrappers.isWrapperFor(this, h2, type);
    }
}
