package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.calcite.algebra.SubqueryOperator.Form;
import java.sql.SQLException;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.api.ErrorCode;
import org.h2.value.TypeInfo;

/** Scalar subqueries, {@code EXISTS} and {@code [NOT] IN (SELECT ...)} that do not refer to the query around them. */
final class Subqueries implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return switch (call.getKind()) {
            case SCALAR_QUERY, EXISTS -> true;
            case IN, NOT_IN -> !(call.operand(1) instanceof SqlNodeList);
            default -> call.getKind().belongsTo(SqlKind.QUERY);
        };
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        if (isIn(call)) {
            expressions.place(call.operand(0), guards);
        }
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        if (isIn(call)) {
            RelNode query = plan(call.operand(1), expressions);
            refuseRows(call, query);
            RexNode in = expressions.call(
                    TypeInfo.TYPE_BOOLEAN, new SubqueryOperator(Form.IN, query), expressions.compile(call.operand(0)));
            return call.getKind() == SqlKind.IN
                    ? in
                    : expressions.call(TypeInfo.TYPE_BOOLEAN, SqlStdOperatorTable.NOT, in);
        }
        if (call.getKind() == SqlKind.EXISTS) {
            RelNode query = plan(call.operand(0), expressions);
            return expressions.call(TypeInfo.TYPE_BOOLEAN, new SubqueryOperator(Form.EXISTS, query));
        }
        RelNode query = plan(call.getKind() == SqlKind.SCALAR_QUERY ? call.operand(0) : call, expressions);
        refuseRows(call, query);
        TypeInfo type = H2Type.info(query.getRowType().getFieldList().get(0).getType());
        return expressions.call(type, new SubqueryOperator(Form.SCALAR, query));
    }

    private static boolean isIn(SqlCall call) {
        return call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN;
    }

    private static void refuseRows(SqlCall call, RelNode query) {
        if (query.getRowType().getFieldCount() != 1) {
            throw Refusals.clause(call, "a subquery with several columns as a value");
        }
    }

    /** A column that only the query around has is unknown here. */
    private static RelNode plan(SqlNode query, Expressions expressions) throws SQLException {
        try {
            return new QuerySplitter(expressions.context()).rows(query, expressions.tables());
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.COLUMN_NOT_FOUND_1 && isCorrelated(expressions.context())) {
                throw Refusals.correlated(query);
            }
            throw e;
        }
    }

    private static boolean isCorrelated(PlanContext context) {
        try {
            Shadow.describe(context, context.text().tree(), CommonTables.NONE);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
