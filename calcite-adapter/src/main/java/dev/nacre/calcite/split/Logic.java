package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.value.TypeInfo;

/** {@code AND}, {@code OR} and {@code NOT}; from left to right, until the result is known. */
final class Logic implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return call.getKind() == SqlKind.AND || call.getKind() == SqlKind.OR || call.getKind() == SqlKind.NOT;
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        String test = call.getKind() == SqlKind.AND ? "IS NOT FALSE" : "IS NOT TRUE";
        Guards next = guards;
        for (SqlNode operand : call.getOperandList()) {
            expressions.place(operand, next);
            next = expressions.after(operand, test, next);
        }
    }

    /** Calcite wants no AND directly in an AND, and no OR in an OR; the order of evaluation is the same. */
    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        SqlOperator operator = operator(call);
        List<RexNode> operands = List.of(expressions.compileAll(call.getOperandList()));
        RexNode[] flat = call.getKind() == SqlKind.NOT
                ? operands.toArray(RexNode[]::new)
                : RexUtil.flatten(operands, operator).toArray(RexNode[]::new);
        return expressions.call(TypeInfo.TYPE_BOOLEAN, operator, flat);
    }

    private static SqlOperator operator(SqlCall call) {
        return switch (call.getKind()) {
            case AND -> SqlStdOperatorTable.AND;
            case OR -> SqlStdOperatorTable.OR;
            default -> SqlStdOperatorTable.NOT;
        };
    }
}
