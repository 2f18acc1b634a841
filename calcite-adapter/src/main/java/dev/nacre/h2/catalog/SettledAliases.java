package dev.nacre.h2.catalog;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import dev.nacre.h2.alias.Aliases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the aliases of a database as its catalog says. They are derived: what has none can still be called in queries, so that
 * a failure fails nothing. Safe for use by many threads.
 */
final class SettledAliases {
    private static final Logger LOGGER = LoggerFactory.getLogger(SettledAliases.class);

    private volatile State last = new State(-1, -1);

    /**
     * What was there when all aliases were last as they should be.
     *
     * @param version the catalog's
     * @param count how many there were; somebody may drop one by hand
     */
    private record State(long version, int count) {}

    /** Returns whether anybody has looked at the aliases since the database was opened. */
    boolean areKnown() {
        return last.count() >= 0;
    }

    /** Looks at all aliases. */
    void settle(Connection administrative, FunctionCatalog catalog) {
        try {
            Aliases.settle(administrative, catalog);
            last = new State(catalog.version(), Aliases.count(administrative));
        } catch (SQLException failure) {
            warn(failure);
        }
    }

    /**
     * Looks at those of some functions alone, where all others are known to be as they should be.
     *
     * @param before the version of the catalog before these functions changed
     */
    void settle(Connection administrative, FunctionCatalog catalog, long before, Set<FunctionName> changed) {
        try {
            if (last.equals(new State(before, Aliases.count(administrative)))) {
                Aliases.settle(administrative, catalog, changed);
                last = new State(catalog.version(), Aliases.count(administrative));
            } else {
                settle(administrative, catalog);
            }
        } catch (SQLException failure) {
            warn(failure);
        }
    }

    private static void warn(SQLException failure) {
        LOGGER.warn("functions cannot be called inside H2: {}", failure.getMessage());
    }
}
