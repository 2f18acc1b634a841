package dev.nacre.jdbc;

import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave that Nacre ran.
 *
 * @param rows null for a statement without rows
 * @param updateCount -1 beside rows
 * @param warning null for none
 */
record Outcome(
        @Nullable NacreResultSet rows,
        long updateCount,
        @Nullable SQLWarning warning) {
    private static final String WARNING = "01000";

    static final Outcome DONE = new Outcome(null, 0);

    Outcome(@Nullable NacreResultSet rows, long updateCount) {
        this(rows, updateCount, null);
    }

    static Outcome of(NacreResultSet rows) {
        return new Outcome(rows, -1);
    }

    /** Returns the outcome of a statement that has more to say than that it is done. */
    static Outcome of(List<String> notices) {
        SQLWarning first = null;
        for (String notice : notices) {
            SQLWarning warning = new SQLWarning(notice, WARNING);
            if (first == null) {
                first = warning;
            } else {
                first.setNextWarning(warning);
            }
        }
        return new Outcome(null, 0, first);
    }

    Outcome withoutWarning() {
        return new Outcome(rows, updateCount);
    }
}
