package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.SubqueryOperator;
import dev.nacre.calcite.algebra.SubqueryOperator.Form;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.h2.api.ErrorCode;
import org.h2.value.TypeInfo;

/** Scalar subqueries, {@code EXISTS}, {@code [NOT] IN (SELECT ...)}, {@code = ANY} and {@code ALL (SELECT ...)} also those that refer to the query around them. */
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
        for (List<SqlIdentifier> column : outer(query(call), expressions)) {
            expressions.placeLeaf(column.get(0));
        }
    }

    private static List<List<SqlIdentifier>> outer(SqlNode query, Expressions expressions) {
        return OuterColumns.of(expressions.context(), query, expressions.tables());
    }

    private static SqlNode query(SqlCall call) {
        SqlNode query = comparison(call).isPresent() ? call.operand(1) : call;
        if (query.getKind() == SqlKind.SCALAR_QUERY || query.getKind() == SqlKind.EXISTS) {
            return ((SqlCall) query).operand(0);
        }
        return query instanceof SqlNodeList list ? list.get(0) : query;
    }

    @Override
    public RexNode compile(SqlCall call, Expressions expressions) throws SQLException {
        Optional<SqlKind> comparison = comparison(call);
        List<RexNode> operands = new ArrayList<>();
        if (comparison.isPresent()) {
            operands.add(expressions.compile(call.operand(0)));
        }
        SqlNode query = query(call);
        List<Integer> parameters = new ArrayList<>();
        List<List<SqlIdentifier>> columns = outer(query, expressions);
        for (List<SqlIdentifier> column : columns) {
            operands.add(expressions.compile(column.get(0)));
        }
        Correlations correlations = expressions.context().correlations();
        int first = operands.size() - columns.size();
        for (int index = 0; index < columns.size(); index++) {
            parameters.add(correlations.add(columns.get(index), operands.get(first + index)));
        }
        boolean varying = correlations.isIn(query);
        RelNode plan = plan(query, expressions);
        columns.forEach(correlations::remove);
        SubqueryOperator operator =
                new SubqueryOperator(form(call), plan, comparison.orElse(SqlKind.EQUALS), parameters, varying);
        RexNode value = expressions.call(type(call, plan), operator, operands.toArray(RexNode[]::new));
        return call.getKind() == SqlKind.NOT_IN
                ? expressions.call(TypeInfo.TYPE_BOOLEAN, SqlStdOperatorTable.NOT, value)
                : value;
    }

    private static Form form(SqlCall call) {
        return switch (call.getKind()) {
            case EXISTS -> Form.EXISTS;
            case ALL -> Form.ALL;
            case IN, NOT_IN, SOME -> Form.ANY;
            default -> Form.SCALAR;
        };
    }

    private static TypeInfo type(SqlCall call, RelNode query) {
        if (form(call) != Form.SCALAR) {
            return TypeInfo.TYPE_BOOLEAN;
        }
        if (query.getRowType().getFieldCount() != 1) {
            throw Refusals.clause(call, "a subquery with several columns as a value");
        }
        return H2Type.info(query.getRowType().getFieldList().get(0).getType());
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
