package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import java.sql.SQLException;

/**
 * Reads bytes that the catalog names. They go with their last definition: whoever read the catalog before it changed does not
 * find them any more, and looks at the catalog again.
 */
final class CatalogReading {
    private CatalogReading() {}

    /** Makes something of a catalog and the bytes that it names. */
    @FunctionalInterface
    interface Work<T> {
        T run(FunctionCatalog catalog) throws SQLException;
    }

    /**
     * Runs the work, again when the catalog has changed since it was read.
     *
     * @throws SqlLayerException that of the work, where the catalog is still the same
     */
    static <T> T of(DdlSession session, Work<T> work) throws SQLException {
        FunctionCatalog catalog = session.database().settled(session.connection());
        while (true) {
            try {
                return work.run(catalog);
            } catch (SqlLayerException missing) {
                FunctionCatalog current = session.database().settled(session.connection());
                if (current.version() == catalog.version()) {
                    throw missing;
                }
                catalog = current;
            }
        }
    }
}
