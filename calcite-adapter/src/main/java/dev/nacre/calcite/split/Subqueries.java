package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.calcite.algebra.SubqueryOperator.Form;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.api.ErrorCode;
import org.h2.value.TypeInfo;

/** Scalar subqueries, {@code EXISTS}, {@code [NOT] IN (SELECT ...)}, {@code = ANY} and {@code ALL (SELECT ...)} that do not refer to the query around them. */
final class Subqueries implements OperatorFamily {
    @Override
    public boolean handles(SqlCall call) {
        return isSubquery(call);
    }

    static boolean isSubquery(SqlCall call) {
        return switch (call.getKind()) {
            case SCALAR_QUERY, EXISTS -> true;
            case IN, NOT_IN -> !(call.operand(1) instanceof SqlNodeList);
            case SOME, ALL -> isQuery(call.operand(1));
            default -> call.getKind().belongsTo(SqlKind.QUERY);
        };
    }

    private static boolean isQuery(SqlNode node) {
        return node.getKind().belongsTo(SqlKind.QUERY)
                || (node instanceof SqlNodeList list && list.size() == 1 && isQuery(list.get(0)));
    }

    @Override
    public void place(SqlCall call, Guards guards, Expressions expressions) throws SQLException {
        if (comparison(call).isPresent()) {
            expressions.place(call.operand(0), guards);
        }
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        Optional<SqlKind> comparison = comparison(call);
        if (comparison.isPresent()) {
            return quantified(call, comparison.get(), expressions);
        }
        if (call.getKind() == SqlKind.EXISTS) {
            RelNode query = plan(call.operand(0), expressions);
            return expressions.call(TypeInfo.TYPE_BOOLEAN, new SubqueryOperator(Form.EXISTS, query));
        }
        RelNode query = plan(call.getKind() == SqlKind.SCALAR_QUERY ? call.operand(0) : call, expressions);
        if (query.getRowType().getFieldCount() != 1) {
            throw Refusals.clause(call, "a subquery with several columns as a value");
        }
        TypeInfo type = H2Type.info(query.getRowType().getFieldList().get(0).getType());
        return expressions.call(type, new SubqueryOperator(Form.SCALAR, query));
    }

    private static RexNode quantified(SqlCall call, SqlKind comparison, Expressions expressions) throws SQLException {
        SqlNode rows = call.operand(1);
        RelNode query = plan(rows instanceof SqlNodeList list ? list.get(0) : rows, expressions);
        Form form = call.getKind() == SqlKind.ALL ? Form.ALL : Form.ANY;
        RexNode holds = expressions.call(
                TypeInfo.TYPE_BOOLEAN,
                new SubqueryOperator(form, query, comparison),
                expressions.compile(call.operand(0)));
        return call.getKind() == SqlKind.NOT_IN
                ? expressions.call(TypeInfo.TYPE_BOOLEAN, SqlStdOperatorTable.NOT, holds)
                : holds;
    }

    /** Returns how rows of the subquery are compared with the first operand; empty when they are not. */
    private static Optional<SqlKind> comparison(SqlCall call) {
        return switch (call.getKind()) {
            case IN, NOT_IN -> Optional.of(SqlKind.EQUALS);
            case SOME, ALL -> Optional.of(((SqlQuantifyOperator) call.getOperator()).comparisonKind);
            default -> Optional.empty();
        };
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
