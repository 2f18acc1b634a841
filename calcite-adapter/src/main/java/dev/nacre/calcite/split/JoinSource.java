package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LazyOperator;
import dev.nacre.h2.H2Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;

/** Tables that are joined above H2, or that are queries with WebAssembly calls. Only plain columns come from below. */
final class JoinSource implements Source {
    private final PlanContext context;
    private final JoinTree tree;
    private final Expressions expressions;
    private final CommonColumns common;
    private final List<JoinLeaf> leaves;
    private final List<Integer> offsets = new ArrayList<>();
    private final List<RelNode> inputs = new ArrayList<>();

    private JoinSource(PlanContext context, CommonTables tables, JoinTree tree, CommonColumns common)
            throws SQLException {
        this.context = context;
        this.common = common;
        this.leaves = tree.leaves();
        this.expressions = new Expressions(context, tables, this);
        this.tree = tree.place(expressions);
    }

    static JoinSource of(PlanContext context, CommonTables tables, SqlNode from) throws SQLException {
        CommonColumns common = new CommonColumns();
        return new JoinSource(context, tables, tree(context, tables, from, common), common);
    }

    private static JoinTree tree(PlanContext context, CommonTables tables, SqlNode from, CommonColumns common)
            throws SQLException {
        if (!context.wasm().fromContains(from, tables)) {
            JoinLeaf leaf = new ScanLeaf(context, tables, from);
            if (from instanceof SqlJoin) {
                common.isPlainJoin(leaf);
            }
            return new JoinTree.Leaf(leaf);
        }
        if (from instanceof SqlJoin) {
            SqlJoin join = (SqlJoin) from;
            JoinTree left = tree(context, tables, join.getLeft(), common);
            JoinTree right = tree(context, tables, join.getRight(), common);
            return new JoinTree.Join(left, right, type(join), common.conditions(join, left, right));
        }
        return new JoinTree.Leaf(query(context, tables, from));
    }

    static JoinRelType type(SqlJoin join) {
        return switch (join.getJoinType()) {
            case INNER, CROSS, COMMA -> JoinRelType.INNER;
            case LEFT -> JoinRelType.LEFT;
            case RIGHT -> JoinRelType.RIGHT;
            default -> throw Refusals.clause(join, join.getJoinType() + " JOIN");
        };
    }

    private static JoinLeaf query(PlanContext context, CommonTables tables, SqlNode from) throws SQLException {
        if (from.getKind() != SqlKind.AS) {
            return query(context, tables, from, "", List.of());
        }
        List<SqlNode> operands = ((SqlCall) from).getOperandList();
        List<SqlNode> names = operands.subList(2, operands.size());
        String alias = ((SqlIdentifier) operands.get(1)).getSimple();
        return query(context, tables, operands.get(0), alias, names);
    }

    private static JoinLeaf query(
            PlanContext context, CommonTables tables, SqlNode from, String alias, List<SqlNode> names)
            throws SQLException {
        if (from instanceof SqlIdentifier) {
            CommonTables.Entry entry =
                    tables.wasm(((SqlIdentifier) from).getSimple()).orElseThrow();
            SqlWithItem item = entry.item();
            SqlNodeList columns = item.columnList;
            return leaf(
                    context,
                    item.query,
                    entry.definedIn(),
                    alias.isEmpty() ? entry.name() : alias,
                    !names.isEmpty() || columns == null ? names : columns.getList());
        }
        if (!from.getKind().belongsTo(SqlKind.QUERY)) {
            throw Refusals.clause(from, from.getKind() + " in FROM");
        }
        return leaf(context, from, tables, alias, names);
    }

    private static JoinLeaf leaf(
            PlanContext context, SqlNode query, CommonTables tables, String alias, List<SqlNode> names)
            throws SQLException {
        List<String> plain = names.isEmpty() ? Output.names(query) : SqlIdentifier.simpleNames(names);
        if (!plain.isEmpty()) {
            return new QueryLeaf(new QuerySplitter(context).rows(query, tables), alias, plain);
        }
        Block block = new QuerySplitter(context).split(query, tables);
        List<String> labels = block.columns().stream().map(H2Column::label).toList();
        return new QueryLeaf(block.relation(), alias, labels);
    }

    @Override
    public boolean place(SqlNode expression, Guards guards) throws SQLException {
        if (expression instanceof SqlIdentifier) {
            for (JoinLeaf leaf : leaves) {
                if (leaf.place((SqlIdentifier) expression)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean knows(SqlIdentifier column) throws SQLException {
        return place(column, Guards.NONE);
    }

    @Override
    public boolean placeOutput(Output output, Guards guards) throws SQLException {
        if (!output.isStar()) {
            return place(output.node(), guards);
        }
        boolean known = false;
        for (JoinLeaf leaf : leaves) {
            known |= leaf.placeStar((SqlIdentifier) output.node());
        }
        if (!known) {
            throw Refusals.unreachable(output.node(), output.node().toString());
        }
        return true;
    }

    @Override
    public boolean filter(SqlNode condition) throws SQLException {
        List<JoinLeaf> nullable = tree.nullable();
        for (JoinLeaf leaf : leaves) {
            if (!nullable.contains(leaf) && leaf.filter(condition)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<ScanBuilder> scan() {
        return Optional.empty();
    }

    @Override
    public RelNode build() throws SQLException {
        int offset = 0;
        for (JoinLeaf leaf : leaves) {
            RelNode input = leaf.build();
            inputs.add(input);
            offsets.add(offset);
            offset += input.getRowType().getFieldCount();
        }
        return tree.build(expressions, inputs, 0);
    }

    @Override
    public @Nullable RexNode reference(SqlNode expression) {
        if (!(expression instanceof SqlIdentifier)) {
            return null;
        }
        for (int index = 0; index < leaves.size(); index++) {
            Optional<Integer> column = leaves.get(index).column(expression);
            if (column.isPresent()) {
                return column(index, column.get());
            }
        }
        return null;
    }

    @Override
    public List<RexNode> star(Output output) {
        boolean showsOnce = ((SqlIdentifier) output.node()).names.size() == 1;
        List<RexNode> columns = new ArrayList<>();
        for (JoinLeaf leaf : leaves) {
            if (showsOnce) {
                common.shown(leaf, output.node()).forEach(places -> columns.add(column(output, places)));
            } else {
                leaf.star(output.node()).forEach(column -> columns.add(column(leaves.indexOf(leaf), column)));
            }
        }
        return columns;
    }

    private RexNode column(Output star, List<CommonColumns.Place> places) {
        RexNode[] columns = places.stream()
                .map(place -> column(
                        leaves.indexOf(place.leaf()),
                        place.leaf().star(star.node()).get(place.position())))
                .toArray(RexNode[]::new);
        return columns.length == 1
                ? columns[0]
                : expressions.call(CommonType.of(columns), LazyOperator.COALESCE, columns);
    }

    private RexNode column(int leaf, int column) {
        RexNode local = context.rex().makeInputRef(inputs.get(leaf), column);
        return context.rex().makeInputRef(local.getType(), offsets.get(leaf) + column);
    }
}
