package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.GroupingMark;
import dev.nacre.calcite.algebra.H2Aggregate;
import dev.nacre.calcite.algebra.H2Fold;
import dev.nacre.calcite.algebra.WasmAggregate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** Groups: the keys of GROUP BY first, then the aggregates. */
final class GroupGround implements Ground {
    private final PlanContext context;
    private final Expressions below;
    private final Source source;
    private final GroupingSets sets;
    private final List<SqlNode> keys;
    private final Guards guards;
    private final List<GroupedAggregate> aggregates = new ArrayList<>();
    private final Map<SqlNode, Integer> columns = new IdentityHashMap<>();
    private final Map<SqlNode, Integer> marks = new IdentityHashMap<>();
    private @Nullable RelNode built;

    GroupGround(PlanContext context, Expressions below, Source source, GroupingSets sets, Guards guards)
            throws SQLException {
        this.context = context;
        this.below = below;
        this.source = source;
        this.sets = sets;
        this.keys = sets.keys();
        this.guards = guards;
        below.placeAll(keys, guards);
    }

    @Override
    public boolean place(SqlNode expression, Guards ignored) throws SQLException {
        if (isKey(expression)) {
            return true;
        }
        if (GroupingSets.isGrouping(expression)) {
            marks.computeIfAbsent(expression, mark -> marks.size());
            return true;
        }
        if (!(expression instanceof SqlCall) || !Aggregates.isAggregate((SqlCall) expression)) {
            return false;
        }
        if (!columns.containsKey(expression)) {
            GroupedAggregate aggregate = aggregate((SqlCall) expression);
            below.placeAll(aggregate.operands(), guards);
            columns.put(expression, keys.size() + aggregates.size());
            aggregates.add(aggregate);
        }
        return true;
    }

    private GroupedAggregate aggregate(SqlCall call) throws SQLException {
        if (GroupedAggregate.isKnown(call)) {
            return GroupedAggregate.of(call, context, below.tables());
        }
        RowLeaves leaves = new RowLeaves(source, below);
        leaves.add(call);
        return H2Folded.of(call, below.tables(), leaves.found());
    }

    @Override
    public void refuse(SqlNode column, String text) throws SQLException {
        throw DbException.getJdbcSQLException(ErrorCode.MUST_GROUP_BY_COLUMN_1, text);
    }

    @Override
    public boolean isKey(SqlNode expression) {
        return key(expression) >= 0;
    }

    private int key(SqlNode expression) {
        if (context.correlations().contains(expression)) {
            return -1;
        }
        for (int index = 0; index < keys.size(); index++) {
            if (ColumnNames.same(keys.get(index), expression)) {
                return index;
            }
        }
        return -1;
    }

    /** Plans the groups of rows; the rows' relation is planned. */
    RelNode build(RelNode rows) throws SQLException {
        List<RexNode> inputs = new ArrayList<>(List.of(below.compileAll(keys)));
        List<AggregateCall> calls = new ArrayList<>();
        for (GroupedAggregate aggregate : aggregates) {
            List<Integer> arguments = new ArrayList<>();
            List<RexNode> operands = List.of(below.compileAll(aggregate.operands()));
            for (RexNode operand : operands) {
                arguments.add(inputs.size());
                inputs.add(operand);
            }
            calls.add(call(aggregate.operator(context, operands), aggregate.distinct(), arguments, calls.size()));
        }
        marks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(mark -> calls.add(call(mark((SqlCall) mark.getKey()), false, List.of(), calls.size())));
        RelNode input = new Relations(context).project(rows, inputs);
        built = LogicalAggregate.create(input, List.of(), ImmutableBitSet.range(keys.size()), sets.sets(), calls);
        return built;
    }

    private static AggregateCall call(SqlAggFunction function, boolean distinct, List<Integer> arguments, int index) {
        return AggregateCall.create(
                function,
                distinct,
                false,
                false,
                List.of(),
                arguments,
                -1,
                null,
                RelCollations.EMPTY,
                type(function),
                "A" + index);
    }

    private static RelDataType type(SqlAggFunction function) {
        if (function instanceof WasmAggregate wasm) {
            return wasm.type();
        }
        if (function instanceof H2Fold fold) {
            return fold.type();
        }
        return function instanceof GroupingMark mark ? mark.type() : ((H2Aggregate) function).type();
    }

    private GroupingMark mark(SqlCall grouping) {
        List<Integer> positions = new ArrayList<>();
        for (SqlNode operand : grouping.getOperandList()) {
            int key = key(operand);
            if (key < 0) {
                throw Refusals.clause(operand, "GROUPING of what is no key of GROUP BY");
            }
            positions.add(key);
        }
        return new GroupingMark(positions, context.typeFactory().of(TypeInfo.TYPE_BIGINT));
    }

    @Override
    public @Nullable RexNode reference(SqlNode expression) {
        int key = key(expression);
        Integer mark = marks.get(expression);
        Integer column = key >= 0 ? Integer.valueOf(key) : columns.get(expression);
        column = mark == null ? column : Integer.valueOf(keys.size() + aggregates.size() + mark);
        RelNode relation = built;
        if (column == null || relation == null) {
            return null;
        }
        return context.rex().makeInputRef(relation, column);
    }
}
