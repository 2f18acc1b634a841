package dev.nacre.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What a statement gave that Nacre ran.
 *
 * @param rows null for a statement without rows
 * @param updateCount -1 beside rows
 */
record Outcome(@Nullable NacreResultSet rows, long updateCount) {
    static final Outcome DONE = new Outcome(null, 0);

    static Outcome of(NacreResultSet rows) {
        return new Outcome(rows, -1);
    }
}
