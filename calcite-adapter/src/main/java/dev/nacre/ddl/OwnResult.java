package dev.nacre.ddl;

import java.util.List;

/** What a statement of Nacre's own gives. */
public sealed interface OwnResult {
    /** No rows and no update count: the statement changed the catalog, or found nothing to change. */
    record Done() implements OwnResult {}

    /**
     * Rows that H2 can give.
     *
     * @param sql a query
     * @param parameters its values, as {@link java.sql.PreparedStatement#setString} takes them
     */
    record Query(String sql, List<String> parameters) implements OwnResult {
        public Query {
            parameters = List.copyOf(parameters);
        }
    }
}
