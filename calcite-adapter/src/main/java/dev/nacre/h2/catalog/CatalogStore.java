package dev.nacre.h2.catalog;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Changes the catalog durably.
 *
 * <p>As H2's own DDL does, a change commits the transaction that is open on the connection first. The change itself is one
 * transaction, and is on disk before it is acknowledged.
 */
final class CatalogStore {
    /**
     * Versions grow by random steps, so that no two states of a database have the same: after DROP ALL OBJECTS or a script
     * that goes back, another process must not take the catalog that it knows for the new one.
     */
    private static final RandomGenerator STEPS = new SecureRandom();

    private static final long LONGEST_STEP = 1L << 32;

    /** Far from where adding to it would overflow. */
    private static final long HIGHEST_ID = Long.MAX_VALUE / 2;

    private CatalogStore() {}

    /** What is done to the tables while nobody else can change them. */
    private interface Work {
        /** Returns what the catalog is then; what it was before if nothing was changed. */
        FunctionCatalog run(FunctionCatalog before) throws SQLException;
    }

    /**
     * Applies what a decision asks for, on a connection of an administrator.
     *
     * @param known what this process has last read; read anew unless the version says that it is still so
     * @return the catalog after the change; with the version it had when nothing changed
     */
    static FunctionCatalog change(Connection connection, FunctionCatalog known, CatalogChange.Decision decision)
            throws SQLException {
        endTransaction(connection);
        try {
            return changed(connection, known, decision);
        } catch (SQLException failure) {
            CatalogShape.requireOwn(connection); // tables of others do not take our statements
            throw failure;
        }
    }

    private static FunctionCatalog changed(
            Connection connection, FunctionCatalog known, CatalogChange.Decision decision) throws SQLException {
        CatalogReader reader = new CatalogReader(connection);
        if (reader.version().isEmpty()) {
            if (decision.decide(FunctionCatalog.empty()).isNone()) {
                return FunctionCatalog.empty();
            }
            CatalogShape.requireOwn(connection);
            CatalogTables.create(connection);
        } else if (reader.format() < CatalogTables.FORMAT) {
            CatalogTables.convert(connection);
        }
        Work work = before -> {
            CatalogChange change = decision.decide(before);
            return change.isNone() ? before : write(connection, before, change);
        };
        try {
            return locked(connection, known, work);
        } catch (SQLIntegrityConstraintViolationException edited) { // by hand, the version not
            return locked(connection, FunctionCatalog.empty(), work);
        }
    }

    /**
     * Gives a schema another name in H2, and its functions with it: both or neither, also when this process ends meanwhile.
     *
     * @param check refuses by an exception, given the catalog as it is once nobody else can change it
     */
    static FunctionCatalog renameSchema(Connection connection, String from, String to, Consumer<FunctionCatalog> check)
            throws SQLException {
        endTransaction(connection);
        return locked(connection, FunctionCatalog.empty(), before -> {
            check.accept(before);
            nextVersion(connection, before);
            Schemas.rename(connection, from, to);
            return new CatalogReader(connection).read();
        });
    }

    /** Gives a user's rights to another name, null for none, and takes all rights of those who are gone. */
    static FunctionCatalog moveRights(Connection connection, String name, @Nullable String newName)
            throws SQLException {
        endTransaction(connection);
        return locked(connection, FunctionCatalog.empty(), before -> {
            if (newName != null) {
                Principals.rename(connection, name, newName);
            }
            Principals.sweep(connection);
            nextVersion(connection, before);
            return new CatalogReader(connection).read();
        });
    }

    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static FunctionCatalog locked(Connection connection, FunctionCatalog known, Work work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            new CatalogWriter(connection).lock();
            FunctionCatalog found = found(connection, known);
            FunctionCatalog after = work.run(swept(connection, found));
            connection.commit();
            if (after.version() != found.version()) {
                checkpoint(connection);
            }
            return after;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Returns what is stored. No two states of a database have the same version, so that what is known needs no reading. */
    private static FunctionCatalog found(Connection connection, FunctionCatalog known) throws SQLException {
        CatalogReader reader = new CatalogReader(connection);
        boolean isKnown = known.version() > 0 && reader.version().orElse(0) == known.version();
        return isKnown ? known : reader.read();
    }

    /** Removes the functions whose schemas are gone; as any change, it makes another version. */
    private static FunctionCatalog swept(Connection connection, FunctionCatalog found) throws SQLException {
        if (Schemas.names(connection).containsAll(found.schemas())) {
            return found;
        }
        Schemas.sweep(connection);
        nextVersion(connection, found);
        return new CatalogReader(connection).read();
    }

    private static long nextVersion(Connection connection, FunctionCatalog before) throws SQLException {
        long version = before.version() + 1 + STEPS.nextLong(LONGEST_STEP);
        new CatalogWriter(connection).version(version);
        return version;
    }

    private static FunctionCatalog write(Connection connection, FunctionCatalog before, CatalogChange change)
            throws SQLException {
        CatalogWriter writer = new CatalogWriter(connection);
        long version = nextVersion(connection, before);
        long id = highestId(connection);
        writer.remove(change.removedVersions());
        writer.code(change.code());
        writer.components(change, version);
        List<FunctionDefinition> added = new ArrayList<>();
        for (FunctionDefinition function : change.added()) {
            added.add(function.withVersion(++id));
        }
        writer.add(added);
        writer.grants(change.grants());
        if (change.mayLeaveCode()) {
            writer.sweep();
        }
        return change.isOfFunctionsAlone()
                ? before.with(version, change.removed(), added)
                : new CatalogReader(connection).read();
    }

    /** Asks the table: rows that are damaged are not in the catalog, but have numbers. */
    private static long highestId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(FUNCTION_ID) FROM NACRE.CATALOG_FUNCTION")) {
            row.next();
            long highest = row.getLong(1); // 0 for NULL
            if (highest > HIGHEST_ID) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.CATALOG_DAMAGED,
                        "catalog in schema NACRE: expected a FUNCTION_ID up to " + HIGHEST_ID + ", found " + highest
                                + "; DELETE FROM NACRE.CATALOG_FUNCTION WHERE FUNCTION_ID = " + highest
                                + " and create the function again");
            }
            return highest;
        }
    }

    /** After an acknowledged commit and a crash H2 can have lost the rows unless they were forced to disk. */
    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
