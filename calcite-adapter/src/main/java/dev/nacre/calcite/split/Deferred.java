package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Expression;
import dev.nacre.calcite.algebra.H2Statement;
import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.text.ParameterNumbers;
import dev.nacre.calcite.text.Writing;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/**
 * An expression that H2 computes row by row, from its columns and from the results of the calls in it: it has a call that no
 * scan can compute, or it may fail for rows that never need it, or it stands over a join or a grouping.
 */
final class Deferred implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return true;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        for (SqlNode leaf : DeferredLeaves.of(call, expressions)) {
            if (ConstantPool.isOfSession(leaf)) {
                continue;
            }
            if (expressions.isWasm(leaf) || Safety.hasSubquery(leaf)) {
                expressions.place(leaf, guards);
            } else {
                expressions.placeLeaf(leaf);
            }
        }
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        PlanContext context = expressions.context();
        ParameterNumbers numbers = new ParameterNumbers();
        Writing writing = context.writing(numbers);
        List<SqlNode> leaves = DeferredLeaves.of(call, expressions);
        RexNode[] operands = new RexNode[leaves.size()];
        for (int index = 0; index < operands.length; index++) {
            SqlNode leaf = leaves.get(index);
            operands[index] = ConstantPool.isOfSession(leaf)
                    ? context.constants().computed(leaf, expressions.tables())
                    : expressions.compile(leaf);
        }
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
}
