package dev.nacre.h2.catalog;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.functions.ComponentLibrary;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * One H2 database as its Nacre connections in this JVM see it: the functions, and the components they run. Safe for use
 * by many threads.
 */
public final class NacreDatabase {
    private final ComponentEngine engine;
    private final ComponentLibrary library;
    private volatile State state = new State(FunctionCatalog.empty(), -1);

    /** A catalog, and the version of H2's schema as of which it was read; -1 when that cannot be known. */
    private record State(FunctionCatalog catalog, long schemaVersion) {}

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
     * Returns the functions as of now. Costs one comparison while nobody changes the database's schema.
     *
     * @param connection any connection to this database
     */
    public FunctionCatalog catalog(Connection connection) throws SQLException {
        long schemaVersion = schemaVersion(connection);
        State known = state;
        return known.schemaVersion() >= 0 && known.schemaVersion() == schemaVersion
                ? known.catalog()
                : refresh(connection, schemaVersion);
    }

    private synchronized FunctionCatalog refresh(Connection connection, long schemaVersion) throws SQLException {
        CatalogReader reader = new CatalogReader(connection);
        FunctionCatalog known = state.catalog();
        boolean current = reader.version().orElse(0) == known.version();
        publish(current ? known : reader.read(), schemaVersion);
        return state.catalog();
    }

    /**
     * Changes the catalog, after all changes that others have begun.
     *
     * @param connection one of an administrator
     */
    public synchronized FunctionCatalog change(Connection connection, CatalogChange.Decision decision)
            throws SQLException {
        FunctionCatalog after = CatalogStore.change(connection, decision);
        publish(after, schemaVersion(connection));
        return after;
    }

    private void publish(FunctionCatalog catalog, long schemaVersion) {
        state = new State(catalog, schemaVersion);
        library.retain(
                catalog.functions().stream().map(FunctionDefinition::sha256).collect(Collectors.toSet()));
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
