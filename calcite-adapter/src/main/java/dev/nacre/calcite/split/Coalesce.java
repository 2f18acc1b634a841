package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.LazyOperator;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** {@code COALESCE(a, ...)} and its other names in H2; from left to right, until one is not NULL. */
final class Coalesce implements OperatorFamily {
    private static final Set<String> NAMES = Set.of("COALESCE", "IFNULL", "NVL");

    @Override
    public boolean handles(SqlCall call) {
        return NAMES.contains(call.getOperator().getName().toUpperCase(Locale.ROOT));
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        Guards next = guards;
        for (SqlNode operand : call.getOperandList()) {
            expressions.place(operand, next);
            next = expressions.after(operand, "IS NULL", next);
        }
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        RexNode[] operands = expressions.compileAll(call.getOperandList());
        return expressions.call(CommonType.of(operands), LazyOperator.COALESCE, operands);
    }
}
