package dev.nacre.calcite.split;

import dev.nacre.calcite.text.Clauses;
import dev.nacre.calcite.text.Span;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.jspecify.annotations.Nullable;

/**
 * ORDER BY, OFFSET and FETCH of a query.
 *
 * @param items of ORDER BY, with their directions
 * @param offset how many rows to leave out; null for none
 * @param fetch how many rows to give; null for all
 * @param special FETCH as it was written, where it asks for a share of the rows or for ties
 */
record Ordering(
        List<SqlNode> items,
        @Nullable SqlNode offset,
        @Nullable SqlNode fetch,
        Optional<Span> special) {
    /** Neither order nor limit. */
    static final Ordering NONE = new Ordering(List.of(), null, null, Optional.empty());

    Ordering {
        items = List.copyOf(items);
    }

    static Ordering of(SqlOrderBy query, Clauses clauses) {
        SqlNodeList items = query.orderList;
        Optional<Span> fetch = clauses.fetchesTiesOrPercent() ? clauses.body(Clauses.Clause.FETCH) : Optional.empty();
        return new Ordering(items == null ? List.of() : items.getList(), query.offset, query.fetch, fetch);
    }

    boolean isLimited() {
        return offset != null || fetch != null;
    }

    boolean isEmpty() {
        return items.isEmpty() && !isLimited();
    }
}
