package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LazyOperator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
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
        return new JoinSource(context, tables, new FromItems(context, tables, common).tree(from, List.of()), common);
    }

    static JoinRelType type(SqlJoin join) {
        return switch (join.getJoinType()) {
            case INNER, CROSS, COMMA -> JoinRelType.INNER;
            case LEFT -> JoinRelType.LEFT;
            case RIGHT -> JoinRelType.RIGHT;
            default -> throw Refusals.clause(join, join.getJoinType() + " JOIN");
        };
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
