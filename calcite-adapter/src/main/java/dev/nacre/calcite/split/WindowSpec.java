package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.jspecify.annotations.Nullable;

/**
 * What OVER says, with the windows that it names.
 *
 * @param partition the keys of PARTITION BY
 * @param order the items of ORDER BY
 * @param lower where the frame begins; null where nothing is said
 * @param upper where it ends; null for the current row, or where nothing is said
 */
record WindowSpec(
        List<SqlNode> partition,
        List<SqlNode> order,
        boolean rows,
        @Nullable SqlNode lower,
        @Nullable SqlNode upper,
        @Nullable SqlNode exclude) {

    /** @param named the windows of the WINDOW clause */
    static WindowSpec of(SqlNode over, SqlNodeList named) {
        if (over instanceof SqlIdentifier name) {
            return of(find(name, named), named);
        }
        SqlWindow window = (SqlWindow) over;
        Optional<WindowSpec> base = Optional.ofNullable(window.getRefName()).map(name -> of(find(name, named), named));
        List<SqlNode> partition =
                new ArrayList<>(base.map(WindowSpec::partition).orElse(List.of()));
        partition.addAll(window.getPartitionList());
        List<SqlNode> order = new ArrayList<>(base.map(WindowSpec::order).orElse(List.of()));
        order.addAll(window.getOrderList());
        boolean framed = window.getLowerBound() != null || base.isEmpty();
        return framed
                ? new WindowSpec(
                        partition,
                        order,
                        window.isRows(),
                        window.getLowerBound(),
                        window.getUpperBound(),
                        window.getExclude())
                : new WindowSpec(
                        partition,
                        order,
                        base.get().rows(),
                        base.get().lower(),
                        base.get().upper(),
                        base.get().exclude());
    }

    private static SqlWindow find(SqlIdentifier name, SqlNodeList named) {
        for (SqlNode node : named) {
            SqlWindow window = (SqlWindow) node;
            if (window.getDeclName() != null && window.getDeclName().names.equals(name.names)) {
                return window;
            }
        }
        throw Refusals.clause(name, "window '" + name + "', which the WINDOW clause does not have,");
    }

    /** Returns the distance that a bound names, if it names one. */
    static Optional<SqlNode> distance(@Nullable SqlNode bound) {
        return bound != null && (bound.getKind() == SqlKind.PRECEDING || bound.getKind() == SqlKind.FOLLOWING)
                ? Optional.of(((SqlCall) bound).operand(0))
                : Optional.empty();
    }
}
