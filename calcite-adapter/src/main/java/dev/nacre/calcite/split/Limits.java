package dev.nacre.calcite.split;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Orders and limits rows above H2. */
final class Limits {
    private final PlanContext context;
    private final CommonTables tables;

    Limits(PlanContext context, CommonTables tables) {
        this.context = context;
        this.tables = tables;
    }

    RelNode sort(RelNode rows, List<RelFieldCollation> order, Ordering ordering) throws SQLException {
        if (ordering.special().isPresent()) {
            throw Refusals.clause(
                    requireNonNull(ordering.fetch()),
                    "FETCH ... PERCENT or WITH TIES over rows that H2 does not order");
        }
        return new Relations(context).sort(rows, order, count(ordering.offset()), count(ordering.fetch()));
    }

    private @Nullable RexNode count(@Nullable SqlNode node) throws SQLException {
        if (node == null) {
            return null;
        }
        return ConstantPool.isConstant(node)
                ? context.constants().constant(node)
                : context.constants().computed(node, tables);
    }
}
