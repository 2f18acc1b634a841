package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.LazyOperator;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;

/** {@code NULLIF(a, b)}, of the type of a. */
final class NullIf implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return call.getOperator().getName().toUpperCase(Locale.ROOT).equals("NULLIF") && call.operandCount() == 2;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        expressions.placeAll(call.getOperandList(), guards);
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        RexNode[] operands = expressions.compileAll(call.getOperandList());
        return expressions.call(H2Type.info(operands[0].getType()), LazyOperator.NULLIF, operands);
    }
}
