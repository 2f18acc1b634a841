package dev.nacre.calcite.split;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.value.TypeInfo;

/** {@code IS [NOT] NULL}, {@code TRUE}, {@code FALSE} and {@code UNKNOWN}. */
final class Tests implements OperatorFamily {
    private static final Map<SqlKind, SqlOperator> OPERATORS = Map.of(
            SqlKind.IS_NULL, SqlStdOperatorTable.IS_NULL,
            SqlKind.IS_NOT_NULL, SqlStdOperatorTable.IS_NOT_NULL,
            SqlKind.IS_TRUE, SqlStdOperatorTable.IS_TRUE,
            SqlKind.IS_NOT_TRUE, SqlStdOperatorTable.IS_NOT_TRUE,
            SqlKind.IS_FALSE, SqlStdOperatorTable.IS_FALSE,
            SqlKind.IS_NOT_FALSE, SqlStdOperatorTable.IS_NOT_FALSE);

    @Override
    public boolean handles(SqlCall call) {
        return OPERATORS.containsKey(call.getKind());
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        expressions.place(call.operand(0), guards);
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        return expressions.call(
                TypeInfo.TYPE_BOOLEAN,
                requireNonNull(OPERATORS.get(call.getKind())),
                expressions.compile(call.operand(0)));
    }
}
