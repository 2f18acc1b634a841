package dev.nacre.calcite.split;

import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Knows expressions that H2 can evaluate for any row without an error, so that they need no guard. */
final class Safety {
    private static final Set<SqlKind> SAFE_KINDS = Set.of(SqlKind.IS_NULL, SqlKind.IS_NOT_NULL);
    private static final Set<String> SAFE_FUNCTIONS =
            Set.of("LOWER", "UPPER", "CHAR_LENGTH", "CHARACTER_LENGTH", "LENGTH", "OCTET_LENGTH", "||");

    private Safety() {}

    static boolean isSafe(SqlNode node) {
        if (node instanceof SqlIdentifier || node instanceof SqlLiteral || node instanceof SqlDynamicParam) {
            return true;
        }
        if (!(node instanceof SqlCall)) {
            return false;
        }
        SqlCall call = (SqlCall) node;
        if (Aggregates.isAggregate(call) || call.getKind() == SqlKind.OVER) {
            return true;
        }
        boolean known = SAFE_KINDS.contains(call.getKind())
                || SAFE_FUNCTIONS.contains(call.getOperator().getName());
        return known && call.getOperandList().stream().allMatch(Safety::isSafe);
    }

    /** Returns whether an expression has a subquery. */
    static boolean hasSubquery(SqlNode node) {
        if (node.getKind().belongsTo(SqlKind.QUERY)) {
            return true;
        }
        if (node instanceof SqlNodeList) {
            return ((SqlNodeList) node).getList().stream().anyMatch(Safety::hasSubquery);
        }
        return node instanceof SqlCall
                && ((SqlCall) node)
                        .getOperandList().stream().anyMatch(operand -> operand != null && hasSubquery(operand));
    }
}
