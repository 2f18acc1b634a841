package dev.nacre.calcite.split;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Tells operands that are expressions from words that the parser takes for columns. */
final class Operands {
    /** Their first argument is a field of a date. */
    private static final Set<String> WITH_FIELD = Set.of(
            "DATEADD",
            "DATEDIFF",
            "DATE_TRUNC",
            "EXTRACT",
            "DATE_PART",
            "DATE_ADD",
            "DATE_DIFF",
            "TIMESTAMPADD",
            "TIMESTAMPDIFF");

    private Operands() {}

    /** Returns the operands of a call that are expressions. */
    static List<SqlNode> expressions(SqlCall call) {
        List<SqlNode> operands = call.getOperandList();
        if (call.getKind() == SqlKind.DOT) {
            return operands.subList(0, 1);
        }
        return operands.stream()
                .skip(isField(call) ? 1 : 0)
                .filter(operand -> operand != null)
                .toList();
    }

    private static boolean isField(SqlCall call) {
        return WITH_FIELD.contains(call.getOperator().getName().toUpperCase(Locale.ROOT))
                && !call.getOperandList().isEmpty()
                && call.operand(0) instanceof SqlIdentifier field
                && field.isSimple();
    }
}
