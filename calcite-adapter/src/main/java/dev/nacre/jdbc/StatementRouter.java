package dev.nacre.jdbc;

import dev.nacre.calcite.QueryPlanner;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.functions.shape.ShapeSource;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.sql.IdentifierCase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/** Routes the statements of one connection, through its database's cache. */
final class StatementRouter {
    private final Router router;
    private final Supplier<EffectiveSettings> settings;
    private volatile PlanningWatch watch = new PlanningWatch(Duration.ZERO);

    private final JdbcConnection connection;
    private final H2Session session;
    private final NacreDatabase database;
    private final PlanCache cache;
    private final ViewExpansion.State views;

    StatementRouter(
            JdbcConnection connection,
            H2Session session,
            NacreDatabase database,
            ViewExpansion.State views,
            ShapeSource shapes,
            Supplier<EffectiveSettings> settings) {
        this.router = new Router(QueryPlanner.create(this::check), shapes, settings);
        this.settings = settings;
        this.views = views;
        this.connection = connection;
        this.session = session;
        this.database = database;
        this.cache = PlanCache.of(database);
    }

    /** Returns the statements of a text, of which each has a route. */
    List<String> statements(@Nullable String sql) throws SQLException {
        String text = requireText(sql);
        session.settle();
        try {
            return router.statements(text, database.catalog(connection), facts());
        } catch (RuntimeException failure) {
            throw SqlExceptions.of(failure);
        }
    }

    /** Returns who runs a statement. */
    Route route(@Nullable String sql) throws SQLException {
        return route(sql, Optional.empty());
    }

    /**
     * Returns who runs a statement.
     *
     * @param timeout how long finding out may take; beside the session's own
     */
    Route route(@Nullable String sql, Optional<Duration> timeout) throws SQLException {
        String text = requireText(sql);
        session.settle();
        Duration ofSession = settings.get().duration(SqlSetting.TIMEOUT);
        watch = new PlanningWatch(
                timeout.filter(own -> own.compareTo(ofSession) < 0).orElse(ofSession));
        try {
            FunctionCatalog catalog = database.catalog(connection);
            PlanCache.Key key = new PlanCache.Key(text, catalog.version(), facts());
            Route known = cache.get(key);
            return known != null ? known : remember(key, catalog);
        } catch (SQLException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            throw SqlExceptions.of(failure);
        }
    }

    private void check() {
        watch.check();
    }

    /** Ends what is planned now, or does nothing. From any thread. */
    void cancelPlanning() {
        watch.cancel();
    }

    /** Returns whether H2 gets a text, of however many statements, as it is. Finds no mistakes in it. */
    boolean isForH2(String sql) throws SQLException {
        session.settle();
        try {
            return router.isForH2(sql, database.catalog(connection), facts());
        } catch (RuntimeException failure) {
            throw SqlExceptions.of(failure);
        }
    }

    /** Returns a statement over run-time views in a form that has no literals of Nacre's. */
    Route.Expanded withoutLiterals(Route.Expanded expanded) throws SQLException {
        session.settle();
        return new ViewExpansion(connection, facts())
                .withoutLiterals(expanded.statement().sql(), views)
                .orElse(expanded);
    }

    /** Returns the plan of a statement that had one before; H2's refusal when its functions are gone. */
    Route.Planned planned(String sql) throws SQLException {
        database.settled(connection);
        if (route(sql) instanceof Route.Planned planned) {
            return planned;
        }
        throw notPlanned(sql);
    }

    /** Returns why a statement with functions cannot be run any more. */
    SQLException notPlanned(String sql) throws SQLException {
        connection.prepareStatement(sql).close(); // H2 says that there is no such function
        return new SQLException("statement: its functions are H2's now; prepare it again", "0A000");
    }

    private Route remember(PlanCache.Key key, FunctionCatalog catalog) throws SQLException {
        Optional<Route.Expanded> expanded = new ViewExpansion(connection, key.facts()).of(key.sql(), views);
        if (expanded.isPresent()) {
            return expanded(expanded.get(), key.facts(), catalog);
        }
        Route route = router.route(key.sql(), catalog, key.facts(), session);
        cache.put(key, route);
        return route;
    }

    private Route expanded(Route.Expanded expanded, SessionFacts facts, FunctionCatalog catalog) throws SQLException {
        try {
            Route inside = router.route(expanded.statement().text(), catalog, facts, session);
            return inside instanceof Route.PassThrough ? expanded : inside;
        } catch (SQLException mistake) {
            throw H2Failures.of(mistake, expanded.statement());
        }
    }

    static String requireText(@Nullable String sql) throws SQLException {
        if (sql == null) {
            throw DbException.toSQLException(DbException.getInvalidValueException("SQL", null));
        }
        return sql;
    }

    private SessionFacts facts() throws SQLException {
        Session h2 = connection.getSession();
        return new SessionFacts(
                schemas(h2 instanceof SessionLocal local ? local : null),
                unquoted(h2.getStaticSettings()),
                connection.getMode().getName(),
                seesOwnTables(h2) ? -1 : NacreDatabase.schemaVersion(connection));
    }

    /** Tables that only this session sees may have the names of others with other columns. */
    private static boolean seesOwnTables(Session h2) {
        return h2 instanceof SessionLocal local && !local.getLocalTempTables().isEmpty();
    }

    private List<String> schemas(@Nullable SessionLocal local) throws SQLException {
        List<String> schemas = new ArrayList<>();
        schemas.add(session.currentSchema());
        if (local != null && local.getSchemaSearchPath() != null) {
            schemas.addAll(List.of(local.getSchemaSearchPath()));
        }
        return schemas;
    }

    private static IdentifierCase unquoted(Session.StaticSettings settings) {
        if (settings.databaseToUpper) {
            return IdentifierCase.UPPER;
        }
        return settings.databaseToLower ? IdentifierCase.LOWER : IdentifierCase.UNCHANGED;
    }
}
