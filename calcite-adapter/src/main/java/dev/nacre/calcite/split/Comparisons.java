package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.Set;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.value.TypeInfo;

/** {@code = <> < <= > >=} and {@code IS [NOT] DISTINCT FROM}. The right operand is left alone when the left is NULL. */
final class Comparisons implements OperatorFamily {
    private static final Set<SqlKind> KINDS = Set.of(
            SqlKind.EQUALS,
            SqlKind.NOT_EQUALS,
            SqlKind.LESS_THAN,
            SqlKind.LESS_THAN_OR_EQUAL,
            SqlKind.GREATER_THAN,
            SqlKind.GREATER_THAN_OR_EQUAL,
            SqlKind.IS_DISTINCT_FROM,
            SqlKind.IS_NOT_DISTINCT_FROM);

    @Override
    public boolean handles(SqlCall call) {
        return KINDS.contains(call.getKind());
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        expressions.place(call.operand(0), guards);
        expressions.place(call.operand(1), right(call, guards, expressions));
    }

    private static Guards right(SqlCall call, Guards guards, Expressions expressions) {
        boolean nullSafe = call.getKind() == SqlKind.IS_DISTINCT_FROM || call.getKind() == SqlKind.IS_NOT_DISTINCT_FROM;
        return nullSafe ? guards : expressions.after(call.operand(0), "IS NOT NULL", guards);
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        return expressions.call(
                TypeInfo.TYPE_BOOLEAN, operator(call.getKind()), expressions.compileAll(call.getOperandList()));
    }

    private static SqlOperator operator(SqlKind kind) {
        return switch (kind) {
            case EQUALS -> SqlStdOperatorTable.EQUALS;
            case NOT_EQUALS -> SqlStdOperatorTable.NOT_EQUALS;
            case LESS_THAN -> SqlStdOperatorTable.LESS_THAN;
            case LESS_THAN_OR_EQUAL -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
            case GREATER_THAN -> SqlStdOperatorTable.GREATER_THAN;
            case GREATER_THAN_OR_EQUAL -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
            case IS_DISTINCT_FROM -> SqlStdOperatorTable.IS_DISTINCT_FROM;
            default -> SqlStdOperatorTable.IS_NOT_DISTINCT_FROM;
        };
    }
}
