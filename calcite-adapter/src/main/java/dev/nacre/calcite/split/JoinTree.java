package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LateralJoin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.value.TypeInfo;

/** How the inputs of a join that is done above H2 come together. */
sealed interface JoinTree {
    /** Returns the inputs from left to right. */
    List<JoinLeaf> leaves();

    /** Returns the input with the table that {@code USING} means: the first, but behind a RIGHT JOIN the last. */
    JoinLeaf top();

    /** Returns the inputs whose columns may be NULL because a row has no partner. */
    List<JoinLeaf> nullable();

    /** Places the conditions; those that one input can check itself go there. Returns the tree with the others. */
    JoinTree place(Expressions expressions) throws SQLException;

    /**
     * Plans the join.
     *
     * @param built the inputs, from left to right
     * @param first the index of this part's first column among all columns
     */
    RelNode build(Expressions expressions, List<RelNode> built, int first) throws SQLException;

    /** One input. */
    record Leaf(JoinLeaf leaf) implements JoinTree {
        @Override
        public List<JoinLeaf> leaves() {
            return List.of(leaf);
        }

        @Override
        public JoinLeaf top() {
            return leaf;
        }

        @Override
        public List<JoinLeaf> nullable() {
            return List.of();
        }

        @Override
        public JoinTree place(Expressions expressions) {
            return this;
        }

        @Override
        public RelNode build(Expressions expressions, List<RelNode> built, int first) {
            return built.get(0);
        }
    }

    /** Two parts. */
    record Join(JoinTree left, JoinTree right, JoinRelType type, List<SqlNode> conditions) implements JoinTree {
        public Join {
            conditions = List.copyOf(conditions);
        }

        @Override
        public List<JoinLeaf> leaves() {
            List<JoinLeaf> leaves = new ArrayList<>(left.leaves());
            leaves.addAll(right.leaves());
            return leaves;
        }

        @Override
        public JoinLeaf top() {
            return type == JoinRelType.RIGHT ? right.top() : left.top();
        }

        @Override
        public List<JoinLeaf> nullable() {
            List<JoinLeaf> nullable = new ArrayList<>(left.nullable());
            nullable.addAll(right.nullable());
            if (type.generatesNullsOnLeft()) {
                nullable.addAll(left.leaves());
            }
            if (type.generatesNullsOnRight()) {
                nullable.addAll(right.leaves());
            }
            return nullable;
        }

        @Override
        public JoinTree place(Expressions expressions) throws SQLException {
            JoinTree placedLeft = left.place(expressions);
            JoinTree placedRight = right.place(expressions);
            List<SqlNode> here = new ArrayList<>();
            for (SqlNode condition : conditions) {
                if (!filterBelow(condition)) {
                    here.add(condition);
                }
            }
            expressions.placeAll(here, Guards.NONE);
            return new Join(placedLeft, placedRight, type, here);
        }

        /** A row of a side that is kept without a partner must not be lost. */
        private boolean filterBelow(SqlNode condition) throws SQLException {
            if (!type.generatesNullsOnRight() && filter(left, condition)) {
                return true;
            }
            return !type.generatesNullsOnLeft() && filter(right, condition);
        }

        private static boolean filter(JoinTree side, SqlNode condition) throws SQLException {
            List<JoinLeaf> nullable = side.nullable();
            for (JoinLeaf leaf : side.leaves()) {
                if (!nullable.contains(leaf) && leaf.filter(condition)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public RelNode build(Expressions expressions, List<RelNode> built, int first) throws SQLException {
            int split = left.leaves().size();
            RelNode leftRows = left.build(expressions, built.subList(0, split), first);
            int width = leftRows.getRowType().getFieldCount();
            RelNode rightRows = right.build(expressions, built.subList(split, built.size()), first + width);
            RexNode condition = RexUtil.shift(condition(expressions), -first);
            List<LateralJoin.Variable> variables = variables(built.subList(0, split));
            if (variables.isEmpty()) {
                return LogicalJoin.create(leftRows, rightRows, List.of(), condition, Set.of(), type);
            }
            return new LateralJoin(leftRows, rightRows, type, variables, condition);
        }

        /** Returns which columns of the left side the right side depends on. */
        private List<LateralJoin.Variable> variables(List<RelNode> built) {
            List<LateralJoin.Variable> variables = new ArrayList<>();
            int first = 0;
            for (int index = 0; index < built.size(); index++) {
                JoinLeaf leaf = left.leaves().get(index);
                for (LateralColumn outer : outer()) {
                    if (outer.leaf() == leaf) {
                        int column = first + leaf.column(outer.column()).orElseThrow();
                        variables.add(new LateralJoin.Variable(outer.ordinal(), column));
                    }
                }
                first += built.get(index).getRowType().getFieldCount();
            }
            return variables;
        }

        private List<LateralColumn> outer() {
            return right.leaves().stream()
                    .flatMap(leaf -> leaf.outer().stream())
                    .toList();
        }

        private RexNode condition(Expressions expressions) throws SQLException {
            RexNode[] compiled = expressions.compileAll(conditions);
            return switch (compiled.length) {
                case 0 -> expressions.context().rex().makeLiteral(true);
                case 1 -> new Relations(expressions.context()).truth(compiled[0]);
                default -> expressions.call(TypeInfo.TYPE_BOOLEAN, SqlStdOperatorTable.AND, compiled);
            };
        }
    }
}
