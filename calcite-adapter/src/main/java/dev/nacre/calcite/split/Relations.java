package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.ConvertOperator;
import dev.nacre.calcite.algebra.H2Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Makes relational expressions exactly as asked: nothing is simplified or merged, so no call is made twice. */
final class Relations {
    private final PlanContext context;

    Relations(PlanContext context) {
        this.context = context;
    }

    RelNode filter(RelNode input, List<RexNode> conditions) {
        if (conditions.isEmpty()) {
            return input;
        }
        RexNode condition = conditions.size() == 1
                ? conditions.get(0)
                : context.rex()
                        .makeCall(context.typeFactory().of(TypeInfo.TYPE_BOOLEAN), SqlStdOperatorTable.AND, conditions);
        return LogicalFilter.create(input, truth(condition));
    }

    /** Returns a condition as a truth value: H2 takes values of any type that converts, as numbers do. */
    RexNode truth(RexNode condition) {
        return H2Type.info(condition.getType()).getValueType() == Value.BOOLEAN
                ? condition
                : context.rex()
                        .makeCall(
                                context.typeFactory().of(TypeInfo.TYPE_BOOLEAN),
                                ConvertOperator.INSTANCE,
                                List.of(condition));
    }

    RelNode project(RelNode input, List<RexNode> expressions) {
        if (isIdentity(input, expressions)) {
            return input;
        }
        List<String> names = IntStream.range(0, expressions.size())
                .mapToObj(index -> "C" + index)
                .toList();
        return LogicalProject.create(input, List.of(), expressions, names, Set.of());
    }

    private static boolean isIdentity(RelNode input, List<RexNode> expressions) {
        return expressions.size() == input.getRowType().getFieldCount()
                && IntStream.range(0, expressions.size())
                        .allMatch(index -> expressions.get(index) instanceof RexInputRef
                                && ((RexInputRef) expressions.get(index)).getIndex() == index);
    }

    RelNode distinct(RelNode input) {
        ImmutableBitSet all = ImmutableBitSet.range(input.getRowType().getFieldCount());
        return LogicalAggregate.create(input, List.of(), all, null, List.of());
    }

    RelNode sort(RelNode input, List<RelFieldCollation> order, @Nullable RexNode offset, @Nullable RexNode fetch) {
        if (order.isEmpty() && offset == null && fetch == null) {
            return input;
        }
        return LogicalSort.create(input, RelCollations.of(order), offset, fetch);
    }

    /** Returns references to the first columns of an input. */
    List<RexNode> columns(RelNode input, int count) {
        List<RexNode> columns = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            columns.add(context.rex().makeInputRef(input, index));
        }
        return columns;
    }
}
