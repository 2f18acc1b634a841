package dev.nacre.h2.catalog;

import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes the catalog durably.
 *
 * <p>As H2's own DDL does, a change commits the transaction that is open on the connection first. The change itself is one
 * transaction, and is on disk before it is acknowledged.
 */
final class CatalogStore {
    private CatalogStore() {}

    /**
     * Applies what a decision asks for, on a connection of an administrator.
     *
     * @return the catalog after the change; with the version it had when nothing changed
     */
    static FunctionCatalog change(Connection connection, CatalogChange.Decision decision) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.commit();
        }
        if (new CatalogReader(connection).version().isEmpty()) {
            if (decision.decide(FunctionCatalog.empty()).isNone()) {
                return FunctionCatalog.empty();
            }
            CatalogTables.create(connection);
        }
        connection.setAutoCommit(false);
        try {
            return changeLocked(connection, decision);
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private static FunctionCatalog changeLocked(Connection connection, CatalogChange.Decision decision)
            throws SQLException {
        new CatalogWriter(connection).lock();
        FunctionCatalog before = new CatalogReader(connection).read();
        CatalogChange change = decision.decide(before);
        FunctionCatalog after = change.isNone() ? before : write(connection, before, change);
        connection.commit();
        if (!change.isNone()) {
            checkpoint(connection);
        }
        return after;
    }

    private static FunctionCatalog write(Connection connection, FunctionCatalog before, CatalogChange change)
            throws SQLException {
        CatalogWriter writer = new CatalogWriter(connection);
        long version = before.version() + Math.max(1, change.added().size());
        writer.version(version);
        for (FunctionDefinition function : change.removed()) {
            writer.remove(function);
        }
        writer.code(change.code());
        for (String component : change.dropped()) {
            writer.drop(component);
        }
        for (ComponentDefinition component : change.components()) {
            writer.put(component.withVersion(version));
        }
        long id = version - change.added().size();
        for (FunctionDefinition function : change.added()) {
            writer.add(function.withVersion(++id));
        }
        writer.sweep();
        return new CatalogReader(connection).read();
    }

    /** After an acknowledged commit and a crash H2 can have lost the rows unless they were forced to disk. */
    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
