package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.functions.ComponentLibrary;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import dev.nacre.h2.alias.AliasUses;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One H2 database as its Nacre connections in this JVM see it: the functions, and the components they run. Safe for use
 * by many threads.
 */
public final class NacreDatabase {
    private static final Logger LOGGER = LoggerFactory.getLogger(NacreDatabase.class);

    /** What H2 says of tables that are not Nacre's, and to users who may not read them. */
    private static final Set<Integer> UNREADABLE = Set.of(
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
            ErrorCode.COLUMN_NOT_FOUND_1,
            ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1);

    private final ComponentEngine engine;
    private final ComponentLibrary library;
    private final Object stateLock = new Object();
    private volatile State state = new State(FunctionCatalog.empty(), FunctionCatalog.empty(), CatalogStamp.UNKNOWN);
    private final SettledAliases aliases = new SettledAliases();

    /**
     * A catalog, and as of when it was read.
     *
     * @param stored with what is in schemas that are gone
     */
    private record State(FunctionCatalog stored, FunctionCatalog catalog, CatalogStamp stamp) {}

    NacreDatabase(ComponentEngine engine) {
        this.engine = engine;
        this.library = new ComponentLibrary(engine);
    }

    /** Returns what a connection's database is to this JVM; the same for all connections to the same embedded database. */
    public static NacreDatabase of(Connection connection) throws SQLException {
        return Databases.find(connection.unwrap(JdbcConnection.class));
    }

    /** Returns the engine that loads this database's components. */
    public ComponentEngine engine() {
        return engine;
    }

    /** Returns the loaded components. */
    public ComponentLibrary library() {
        return library;
    }

    /**
     * Returns the functions as of now. Costs a comparison while nobody changes them or the database's schema.
     *
     * @param connection any connection to this database
     */
    public FunctionCatalog catalog(Connection connection) throws SQLException {
        CatalogStamp stamp = CatalogStamp.of(connection);
        State known = state;
        return stamp.isKnown() && known.stamp().equals(stamp) ? known.catalog() : refresh(connection, stamp);
    }

    /** Returns the functions as of when no change to them is under way, read anew. */
    public FunctionCatalog settled(Connection connection) throws SQLException {
        return refresh(connection, CatalogStamp.of(connection));
    }

    /**
     * Returns the functions as of now for a call inside a statement of H2, which may hold what a change waits for: waits for
     * no change that is under way.
     *
     * @param reader a connection of its own
     */
    public FunctionCatalog current(Connection reader) throws SQLException {
        CatalogStamp stamp = CatalogStamp.of(reader);
        State known = state;
        if (stamp.isKnown() && known.stamp().equals(stamp)) {
            return known.catalog();
        }
        FunctionCatalog stored = read(new CatalogReader(reader));
        FunctionCatalog found = visible(reader, stored);
        synchronized (stateLock) {
            if (state.equals(known)) { // otherwise somebody published a later one
                state = new State(stored, found, stamp);
            }
        }
        return found;
    }

    private synchronized FunctionCatalog refresh(Connection connection, CatalogStamp stamp) throws SQLException {
        try {
            FunctionCatalog stored = read(new CatalogReader(connection));
            FunctionCatalog found = visible(connection, stored);
            if (seesLatest(connection)) {
                publish(stored, found, stamp);
            }
            return found;
        } catch (SQLException failure) {
            if (!UNREADABLE.contains(failure.getErrorCode())) {
                throw failure;
            }
            LOGGER.debug("this user or database has no functions", failure);
            return FunctionCatalog.empty();
        }
    }

    /** Statements without functions run whatever has become of the catalog: they are what repairs it. */
    private FunctionCatalog read(CatalogReader reader) throws SQLException {
        FunctionCatalog known = state.stored();
        try {
            return reader.version().orElse(0) == known.version() ? known : reader.read();
        } catch (SqlLayerException damaged) {
            LOGGER.warn("functions cannot be called: {}", damaged.getMessage());
            return FunctionCatalog.empty();
        }
    }

    /** A transaction that repeats its reads may see a catalog that is long gone for others. */
    private static boolean seesLatest(Connection connection) throws SQLException {
        return connection.getAutoCommit()
                || connection.getTransactionIsolation() <= Connection.TRANSACTION_READ_COMMITTED;
    }

    private static FunctionCatalog visible(Connection connection, FunctionCatalog stored) throws SQLException {
        return stored.isEmpty() ? stored : stored.inSchemas(Schemas.names(connection));
    }

    /**
     * Changes the catalog, after all changes that others have begun.
     *
     * @param connection the client's own
     * @throws SqlLayerException 42501 when neither the client nor this JVM's administrator may
     */
    public synchronized FunctionCatalog change(Connection connection, CatalogChange.Decision decision)
            throws SQLException {
        FunctionCatalog known = state.stored();
        return changed(connection, administrative -> {
            Observed observed = new Observed(decision, AliasUses.of(connection));
            FunctionCatalog after = CatalogStore.change(administrative, known, observed);
            aliases.settle(administrative, after, observed.before, observed.names);
            return after;
        });
    }

    /** A decision that leaves every view its functions, and tells what it has decided. */
    private static final class Observed implements CatalogChange.Decision {
        private final CatalogChange.Decision decision;
        private final AliasUses uses;
        private long before;
        private Set<FunctionName> names = Set.of();

        Observed(CatalogChange.Decision decision, AliasUses uses) {
            this.decision = decision;
            this.uses = uses;
        }

        @Override
        public CatalogChange decide(FunctionCatalog catalog) {
            CatalogChange change = decision.decide(catalog);
            uses.requireKept(catalog, change.removed(), change.added());
            before = catalog.version();
            names = change.names();
            return change;
        }
    }

    /**
     * Gives a schema another name, and its functions with it; as {@link #change}.
     *
     * @throws SQLException when H2 refuses; then the functions are where they were
     */
    public synchronized void renameSchema(Connection connection, String from, String to) throws SQLException {
        Administration.requireRightOnAllSchemas(connection, "ALTER SCHEMA '" + from + "'");
        AliasUses uses = AliasUses.of(connection);
        changed(connection, administrative -> {
            FunctionCatalog after =
                    CatalogStore.renameSchema(administrative, from, to, catalog -> uses.requireNoneIn(from, catalog));
            aliases.settle(administrative, after);
            return after;
        });
    }

    /**
     * Takes the rights of a user or a role that is gone, or gives them to its new name.
     *
     * @param connection of an administrator, as H2 asks of those who drop users
     * @param newName null when there is none
     */
    public synchronized void moveRights(Connection connection, String name, @Nullable String newName)
            throws SQLException {
        changed(
                connection,
                administrative -> CatalogStore.moveRights(
                        administrative, Principals.named(name), newName == null ? null : Principals.named(newName)));
    }

    private FunctionCatalog changed(Connection connection, Administration.Work<FunctionCatalog> work)
            throws SQLException {
        FunctionCatalog after = state.stored();
        try {
            after = Administration.run(connection, work);
            return after;
        } finally {
            publish(
                    after,
                    after,
                    CatalogStamp.UNKNOWN); // the next statement looks whether H2's schema, too, is as it was
        }
    }

    /** Makes H2's aliases what the catalog says, at the first connection of an administrator. Fails no connection. */
    public void opened(Connection connection) {
        try {
            boolean isAdministrator = connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local
                    && local.getUser().isAdmin();
            if (isAdministrator && !aliases.areKnown()) {
                settleAtOpening(connection);
            }
        } catch (SQLException failure) {
            LOGGER.warn("functions cannot be called inside H2: {}", failure.getMessage());
        }
    }

    private void settleAtOpening(Connection connection) throws SQLException {
        FunctionCatalog catalog = catalog(connection);
        if (!catalog.isEmpty()) {
            aliases.settle(connection, catalog);
        }
    }

    private void publish(FunctionCatalog stored, FunctionCatalog catalog, CatalogStamp stamp) {
        synchronized (stateLock) {
            state = new State(stored, catalog, stamp);
        }
        library.retain(catalog.digests());
    }

    /**
     * Reads a component's bytes.
     *
     * @param connection the connection of the statement that needs them
     */
    public byte[] code(Connection connection, String sha256) throws SQLException {
        return new CatalogReader(connection).code(sha256);
    }

    /** Returns how many instances of guests are open now in this JVM, over all databases: 0 when no query runs. */
    public static long liveInstances() {
        return Databases.liveInstances();
    }

    /** Returns a number that grows with every change to H2's schema; -1 for a database in another process. */
    public static long schemaVersion(Connection connection) throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        return session instanceof SessionLocal local ? local.getDatabase().getModificationMetaId() : -1;
    }

    /** Identifies the database in this process; null for a database in another one. */
    static @Nullable Object identity(JdbcConnection connection) {
        return connection.getSession() instanceof SessionLocal local ? local.getDatabase() : null;
    }
}
