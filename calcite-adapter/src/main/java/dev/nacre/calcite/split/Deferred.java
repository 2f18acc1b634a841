package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Expression;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Writing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An expression without wasm calls that no scan may compute: it may fail for rows that never need it, or it stands over a
 * join or a grouping. H2 computes it from its columns, row by row, when its value is needed.
 */
final class Deferred implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return true;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        expressions.context().userAggregates().refuse(call);
        for (SqlNode leaf : leaves(call, expressions)) {
            expressions.placeLeaf(leaf);
        }
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        PlanContext context = expressions.context();
        ParameterNumbers numbers = new ParameterNumbers();
        Writing writing = new Writing(context.text(), numbers);
        List<SqlNode> leaves = leaves(call, expressions);
        RexNode[] operands = expressions.compileAll(leaves);
        for (int index = 0; index < leaves.size(); index++) {
            String type = H2Type.info(operands[index].getType())
                    .getSQL(new StringBuilder(), 0)
                    .toString();
            int number = numbers.number(H2Expression.operand(index));
            writing.replace(context.text().span(leaves.get(index)), "CAST(?" + number + " AS " + type + ")");
        }
        String sql = H2Text.prefix(context, expressions.tables(), numbers) + "SELECT "
                + writing.write(context.text().span(call));
        TypeInfo type = context.session().describe(sql).columns().get(0).type();
        H2Statement statement = new H2Statement(sql, numbers.ordinals());
        String text = context.text().text(context.text().span(call));
        return expressions.call(type, new H2Expression(text, statement), operands);
    }

    private static List<SqlNode> leaves(SqlCall call, Expressions expressions) {
        Leaves leaves = new Leaves(call, expressions);
        call.accept(leaves);
        return leaves.found;
    }

    /** Finds columns, aggregates and keys of GROUP BY. */
    private static final class Leaves extends SqlBasicVisitor<@Nullable Void> {
        private final SqlCall root;
        private final Expressions expressions;
        private final List<SqlNode> found = new ArrayList<>();

        Leaves(SqlCall root, Expressions expressions) {
            this.root = root;
            this.expressions = expressions;
        }

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            found.add(identifier);
            return null;
        }

        @Override
        public @Nullable Void visit(SqlCall call) {
            if (call.getKind().belongsTo(SqlKind.QUERY)) {
                throw Refusals.eager(root, expressions.text(root));
            }
            if (call.getKind() == SqlKind.NEXT_VALUE) {
                throw Refusals.clause(call, "NEXT VALUE FOR, which is one value for all of a row,");
            }
            boolean whole = call != root && expressions.isKey(call);
            if (whole || Aggregates.isAggregate(call) || call.getKind() == SqlKind.OVER) {
                found.add(call);
                return null;
            }
            return super.visit(call);
        }
    }
}
