package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.Frame;
import dev.nacre.calcite.algebra.Frame.Bound;
import dev.nacre.calcite.algebra.WasmAggregate;
import dev.nacre.calcite.algebra.WasmWindow;
import dev.nacre.calcite.algebra.WindowCall;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.jspecify.annotations.Nullable;

/** The rows of another ground, and aggregates of WebAssembly over windows of them. */
final class WindowGround implements Ground {
    private final PlanContext context;
    private final Expressions below;
    private final Ground rows;
    private final SqlNodeList named;
    private final Guards guards;
    private final Map<SqlNode, Integer> placed = new IdentityHashMap<>();
    private final List<Placed> calls = new ArrayList<>();
    private int width;
    private @Nullable RelNode built;

    private record Placed(WasmGroupedAggregate aggregate, WindowSpec window) {}

    /**
     * Makes the ground.
     *
     * @param below computes over the rows
     * @param named the windows of the WINDOW clause
     */
    WindowGround(PlanContext context, Expressions below, Ground rows, SqlNodeList named, Guards guards) {
        this.context = context;
        this.below = below;
        this.rows = rows;
        this.named = named;
        this.guards = guards;
    }

    /** Returns whether an expression is a call of an aggregate of WebAssembly over a window. */
    static boolean isWindow(SqlNode node) {
        if (node.getKind() != SqlKind.OVER) {
            return false;
        }
        SqlNode call = ((SqlCall) node).operand(0);
        return AggregateName.isIn(call.getKind() == SqlKind.FILTER ? ((SqlCall) call).operand(0) : call);
    }

    @Override
    public boolean place(SqlNode expression, Guards around) throws SQLException {
        if (!isWindow(expression)) {
            return rows.place(expression, around);
        }
        if (!placed.containsKey(expression)) {
            SqlCall over = (SqlCall) expression;
            WasmGroupedAggregate aggregate = WasmGroupedAggregate.of(over.operand(0), context, below.tables());
            WindowSpec window = WindowSpec.of(over.operand(1), named);
            below.placeAll(aggregate.operands(), guards);
            below.placeAll(window.partition(), guards);
            for (SqlNode item : window.order()) {
                below.place(SortItem.of(item).key(), guards);
            }
            for (SqlNode distance : distances(window)) {
                below.place(distance, guards);
            }
            placed.put(expression, calls.size());
            calls.add(new Placed(aggregate, window));
        }
        return true;
    }

    private static List<SqlNode> distances(WindowSpec window) {
        List<SqlNode> distances = new ArrayList<>();
        WindowSpec.distance(window.lower()).ifPresent(distances::add);
        WindowSpec.distance(window.upper()).ifPresent(distances::add);
        return distances;
    }

    @Override
    public boolean isKey(SqlNode expression) {
        return rows.isKey(expression);
    }

    @Override
    public boolean computes(SqlNode expression) {
        return rows.computes(expression);
    }

    @Override
    public void refuse(SqlNode column, String text) throws SQLException {
        rows.refuse(column, text);
    }

    /** Plans the windows; the relation of the rows is planned, and its columns stay where they are. */
    RelNode build(RelNode relation) throws SQLException {
        if (calls.isEmpty()) {
            return relation;
        }
        Relations relations = new Relations(context);
        List<RexNode> columns =
                relations.columns(relation, relation.getRowType().getFieldCount());
        List<WindowCall> made = new ArrayList<>();
        for (Placed call : calls) {
            made.add(call(call, columns));
        }
        RelNode input = relations.project(relation, columns);
        width = columns.size();
        RelDataTypeFactory.Builder row = context.typeFactory().builder();
        input.getRowType().getFieldList().forEach(field -> row.add("C" + field.getIndex(), field.getType()));
        made.forEach(call -> row.add("W" + row.getFieldCount(), call.function().type()));
        built = new WasmWindow(input, made, row.build());
        return built;
    }

    private WindowCall call(Placed call, List<RexNode> columns) throws SQLException {
        List<RexNode> operands = List.of(below.compileAll(call.aggregate().operands()));
        List<Integer> arguments = new ArrayList<>();
        for (RexNode operand : operands) {
            arguments.add(column(operand, columns));
        }
        List<Integer> partition = new ArrayList<>();
        for (SqlNode key : call.window().partition()) {
            partition.add(column(below.compile(key), columns));
        }
        List<RelFieldCollation> order = new ArrayList<>();
        for (SqlNode item : call.window().order()) {
            SortItem sort = SortItem.of(item);
            order.add(sort.collation(column(below.compile(sort.key()), columns)));
        }
        return new WindowCall(
                (WasmAggregate) call.aggregate().operator(context, operands),
                call.aggregate().distinct(),
                arguments,
                partition,
                order,
                frame(call.window(), columns));
    }

    private static int column(RexNode expression, List<RexNode> columns) {
        if (expression instanceof RexInputRef known) {
            return known.getIndex();
        }
        columns.add(expression);
        return columns.size() - 1;
    }

    private Frame frame(WindowSpec window, List<RexNode> columns) throws SQLException {
        return new Frame(
                window.rows(), lower(window.lower(), columns), upper(window, columns), exclusion(window.exclude()));
    }

    private Bound lower(@Nullable SqlNode bound, List<RexNode> columns) throws SQLException {
        return bound == null ? new Bound.Unbounded() : bound(bound, columns);
    }

    private Bound upper(WindowSpec window, List<RexNode> columns) throws SQLException {
        return window.upper() == null ? new Bound.Current() : bound(window.upper(), columns);
    }

    private Bound bound(SqlNode bound, List<RexNode> columns) throws SQLException {
        if (SqlWindow.isCurrentRow(bound)) {
            return new Bound.Current();
        }
        if (SqlWindow.isUnboundedPreceding(bound) || SqlWindow.isUnboundedFollowing(bound)) {
            return new Bound.Unbounded();
        }
        SqlNode distance = WindowSpec.distance(bound)
                .orElseThrow(() -> Refusals.clause(bound, "the bound '" + bound + "' of a window"));
        return new Bound.Offset(column(below.compile(distance), columns), bound.getKind() == SqlKind.FOLLOWING);
    }

    private static Frame.Exclusion exclusion(@Nullable SqlNode exclude) {
        if (!(exclude instanceof SqlLiteral literal) || SqlWindow.isExcludeNoOthers(literal)) {
            return Frame.Exclusion.NONE;
        }
        if (SqlWindow.isExcludeCurrentRow(literal)) {
            return Frame.Exclusion.CURRENT_ROW;
        }
        return SqlWindow.isExcludeGroup(literal) ? Frame.Exclusion.GROUP : Frame.Exclusion.TIES;
    }

    @Override
    public @Nullable RexNode reference(SqlNode expression) throws SQLException {
        Integer call = placed.get(expression);
        RelNode relation = built;
        return call == null || relation == null
                ? rows.reference(expression)
                : context.rex().makeInputRef(relation, width + call);
    }
}
