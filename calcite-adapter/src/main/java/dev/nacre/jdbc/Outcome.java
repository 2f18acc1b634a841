package dev.nacre.jdbc;

import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave that Nacre ran.
 *
 * @param rows null for a statement without rows
 * @param updateCount -1 beside rows and when there is nothing more
 */
record Outcome(@Nullable ResultSet rows, int updateCount) {
    static final Outcome DONE = new Outcome(null, 0);
    static final Outcome NOTHING_MORE = new Outcome(null, -1);

    static Outcome of(ResultSet rows) {
        return new Outcome(rows, -1);
    }
}
