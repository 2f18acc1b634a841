package dev.nacre.jdbc;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.calcite.Execution;
import dev.nacre.calcite.PlannedQuery;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSettings;
import dev.nacre.functions.QueryScope;
import dev.nacre.functions.ScopeOptions;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.shape.RoutineShape;
import dev.nacre.functions.watch.StatementLog;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.ExecuteRight;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.h2.invocation.Invocations;
import dev.nacre.views.ViewState;
import java.lang.ref.WeakReference;
import java.sql.CallableStatement;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.value.Value;

/**
 * A connection to an H2 database in which WebAssembly components are functions. Thread rules are H2's: one thread at a
 * time, {@link Statement#cancel} from any.
 */
public final class NacreConnection extends DelegatingConnection {
    private final JdbcConnection h2;
    private final String url;
    private final String user;
    private final H2Session session;
    private final NacreDatabase database;
    private final StatementRouter router;
    private final Preparation preparation = new Preparation(this);
    private final Set<RunningQuery> running = ConcurrentHashMap.newKeySet();
    private final SessionSettings settings;
    private volatile StatementLog lastLog;

    NacreConnection(JdbcConnection h2, String url, SessionSettings settings) throws SQLException {
        super(h2);
        this.settings = settings;
        this.lastLog = new StatementLog(settings.effective());
        this.h2 = h2;
        this.url = url;
        this.user = h2.getMetaData().getUserName();
        this.session = H2Session.of(h2);
        this.database = NacreDatabase.of(h2);
        this.router = new StatementRouter(h2, session, database, this::viewState, this::shape, settings::effective);
        database.opened(h2);
        WeakReference<NacreConnection> self = new WeakReference<>(this);
        Invocations.surround(h2.getSession(), functions -> {
            NacreConnection connection = self.get();
            return connection == null ? Optional.empty() : Optional.of(connection.options(functions));
        });
    }

    /** Makes what functions of a statement run under, and a new log for them. */
    private ScopeOptions options(Set<FunctionDefinition> functions) throws SQLException {
        EffectiveSettings bounds = settings.effective().and(FunctionSettings.ofStatement(functions));
        StatementLog log = new StatementLog(bounds);
        lastLog = log;
        return new ScopeOptions(bounds, user(), log, database.library().watch().query(user()));
    }

    private RoutineShape shape(FunctionDefinition function) {
        return database.library().shape(function, this::code, settings.effective(), user());
    }

    private ViewState viewState() throws SQLException {
        return new ViewState(
                settings.effective(), database.library().watch(), user(), Administration.isAdministrator(h2));
    }

    String user() {
        return user;
    }

    JdbcConnection h2() {
        return h2;
    }

    String url() {
        return url;
    }

    H2Session session() {
        return session;
    }

    NacreDatabase database() {
        return database;
    }

    StatementRouter router() {
        return router;
    }

    SessionSettings settings() {
        return settings;
    }

    FunctionCatalog catalog() throws SQLException {
        settle();
        return database.catalog(h2);
    }

    /**
     * Returns what guests logged and printed in the connection's last query with a WebAssembly function, at most as much
     * as its log holds; where they logged more, the last line says how much.
     */
    public List<String> lastQueryLog() {
        return lastLog.lines();
    }

    /**
     * Collects the rows that an open query has not read yet. Has to be called before anything runs in H2's session beside
     * it; costs nothing when there is none.
     */
    void settle() throws SQLException {
        session.settle();
    }

    /** Starts a planned query, in a scope of its own. */
    RunningQuery start(
            PlannedQuery query,
            List<Value> parameters,
            long maximumRows,
            Optional<Duration> timeout,
            Consumer<RunningQuery> onStart)
            throws SQLException {
        settle();
        requireExecute(query);
        QueryScope scope = database.library().open(bounds(query).withTimeout(timeout), digest -> code(digest));
        RunningQuery started = new RunningQuery(scope, this::ended);
        running.add(started);
        onStart.accept(started);
        started.start(query, new Execution(session, scope, parameters, maximumRows));
        return started;
    }

    /** Ends, too, what views in its scans have called. */
    private void ended(RunningQuery query) {
        running.remove(query);
        Session ofH2 = h2.getSession();
        if (ofH2 != null) {
            Invocations.end(ofH2);
        }
    }

    private void requireExecute(PlannedQuery query) throws SQLException {
        try {
            ExecuteRight.require(h2, query.functions());
        } catch (SqlLayerException refusal) {
            throw SqlExceptions.of(refusal);
        }
    }

    private ScopeOptions bounds(PlannedQuery query) throws SQLException {
        try {
            return options(query.functions());
        } catch (FunctionException damaged) {
            throw SqlExceptions.of(damaged);
        }
    }

    private byte[] code(String digest) {
        try {
            return database.code(h2, digest);
        } catch (SQLException failure) {
            throw DbException.convert(failure); // comes out as the SQLException it is
        }
    }

    @Override
    public void close() throws SQLException {
        endQueries();
        if (!h2.isClosed()) {
            Invocations.end(h2.getSession());
        }
        h2.close();
    }

    @Override
    public void abort(java.util.concurrent.Executor executor) throws SQLException {
        running.forEach(RunningQuery::cancel);
        h2.abort(executor);
        endQueries();
    }

    private void endQueries() {
        running.forEach(query -> {
            query.cancel();
            query.close();
        });
    }

    @Override
    public void commit() throws SQLException {
        settle();
        h2.commit();
    }

    @Override
    public void rollback() throws SQLException {
        settle();
        h2.rollback();
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        settle();
        h2.rollback(savepoint);
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        settle();
        return h2.setSavepoint();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        settle();
        return h2.setSavepoint(name);
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        settle();
        h2.releaseSavepoint(savepoint);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        boolean ofSession = h2.getAutoCommit(); // refuses when the connection is closed
        return ofSession || session.autoCommit();
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        settle();
        h2.setAutoCommit(autoCommit);
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        int ofSession = h2.getTransactionIsolation(); // refuses when the connection is closed
        return session.clientIsolation().orElse(ofSession);
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        settle();
        h2.setTransactionIsolation(level);
    }

    @Override
    public void setSchema(String schema) throws SQLException {
        settle();
        h2.setSchema(schema);
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        settle();
        h2.setReadOnly(readOnly);
    }

    @Override
    public Statement createStatement() throws SQLException {
        return new NacreStatement(this, h2.createStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return new NacreStatement(this, h2.createStatement(type, concurrency));
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return new NacreStatement(this, h2.createStatement(type, concurrency, holdability));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return preparation.statement(sql, h2::createStatement, h2::prepareStatement);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        return preparation.statement(sql, h2::createStatement, text -> h2.prepareStatement(text, generatedKeys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        return preparation.statement(sql, h2::createStatement, text -> h2.prepareStatement(text, columns));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        return preparation.statement(sql, h2::createStatement, text -> h2.prepareStatement(text, columns));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return preparation.statement(
                sql, () -> h2.createStatement(type, concurrency), text -> h2.prepareStatement(text, type, concurrency));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return preparation.statement(
                sql,
                () -> h2.createStatement(type, concurrency, holdability),
                text -> h2.prepareStatement(text, type, concurrency, holdability));
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return preparation.call(sql, h2::createStatement, h2::prepareCall);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return preparation.call(
                sql, () -> h2.createStatement(type, concurrency), text -> h2.prepareCall(text, type, concurrency));
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return preparation.call(
                sql,
                () -> h2.createStatement(type, concurrency, holdability),
                text -> h2.prepareCall(text, type, concurrency, holdability));
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return new NacreDatabaseMetaData(this, h2.getMetaData(), new RoutineMetaData(this, session));
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrappers.unwrap(this, h2, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Wrappers.isWrapperFor(this, h2, type);
    }

    @Override
    public String toString() {
        return "nacre:" + h2;
    }
}
