package dev.nacre.calcite.split;

import java.util.List;
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
 */
record Ordering(
        List<SqlNode> items,
        @Nullable SqlNode offset,
        @Nullable SqlNode fetch) {
    /** Neither order nor limit. */
    static final Ordering NONE = new Ordering(List.of(), null, null);

    Ordering {
        items = List.copyOf(items);
    }

    static Ordering of(SqlOrderBy query) {
        SqlNodeList items = query.orderList;
        return new Ordering(items == null ? List.of() : items.getList(), query.offset, query.fetch);
    }

    boolean isLimited() {
        return offset != null || fetch != null;
    }

    boolean isEmpty() {
        return items.isEmpty() && !isLimited();
    }
}
