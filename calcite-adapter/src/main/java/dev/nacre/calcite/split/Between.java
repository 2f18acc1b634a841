package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LazyOperator;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.h2.value.TypeInfo;

/** {@code v [NOT] BETWEEN a AND b}. The bounds are left alone when v is NULL. */
final class Between implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return call.getKind() == SqlKind.BETWEEN
                && ((SqlBetweenOperator) call.getOperator()).flag == SqlBetweenOperator.Flag.ASYMMETRIC;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        List<SqlNode> operands = call.getOperandList();
        expressions.place(operands.get(0), guards);
        Guards bounds = expressions.after(operands.get(0), "IS NOT NULL", guards);
        expressions.placeAll(operands.subList(1, operands.size()), bounds);
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        boolean negated = ((SqlBetweenOperator) call.getOperator()).isNegated();
        return expressions.call(
                TypeInfo.TYPE_BOOLEAN,
                negated ? LazyOperator.NOT_BETWEEN : LazyOperator.BETWEEN,
                expressions.compileAll(call.getOperandList()));
    }
}
