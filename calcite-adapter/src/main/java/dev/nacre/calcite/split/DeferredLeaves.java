package dev.nacre.calcite.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what H2 is given as values when it computes an expression: columns, aggregates, keys of GROUP BY, subqueries, and
 * every part with a WebAssembly call that Nacre evaluates itself.
 */
final class DeferredLeaves extends SqlBasicVisitor<@Nullable Void> {
    /** Their first argument is a word, a field of a date, that the parser takes for a column. */
    private static final Set<String> WITH_FIELD = Set.of(
            "DATEADD", "DATEDIFF", "DATE_TRUNC", "EXTRACT", "DATE_PART", "DATE_ADD", "DATE_DIFF", "TIMESTAMPADD",
            "TIMESTAMPDIFF");

    private final SqlCall root;
    private final Expressions expressions;
    private final List<SqlNode> found = new ArrayList<>();

    private DeferredLeaves(SqlCall root, Expressions expressions) {
        this.root = root;
        this.expressions = expressions;
    }

    static List<SqlNode> of(SqlCall call, Expressions expressions) {
        DeferredLeaves leaves = new DeferredLeaves(call, expressions);
        call.accept(leaves);
        return leaves.found;
    }

    @Override
    public @Nullable Void visit(SqlIdentifier identifier) {
        found.add(identifier);
        return null;
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
        if (call != root && isLeaf(call)) {
            found.add(call);
            return null;
        }
        if (call.getKind().belongsTo(SqlKind.QUERY)) {
            throw Refusals.eager(root, expressions.text(root));
        }
        if (call.getKind() == SqlKind.NEXT_VALUE) {
            throw Refusals.clause(call, "NEXT VALUE FOR, which is one value for all of a row,");
        }
        List<SqlNode> operands = call.getOperandList();
        for (SqlNode operand : operands.subList(isField(call) ? 1 : 0, operands.size())) {
            if (operand != null) {
                operand.accept(this);
            }
        }
        return null;
    }

    private boolean isLeaf(SqlCall call) {
        return expressions.isKey(call)
                || Aggregates.isAggregate(call)
                || call.getKind() == SqlKind.OVER
                || (expressions.isWasm(call) || Subqueries.isSubquery(call)) && expressions.isOwn(call);
    }

    private static boolean isField(SqlCall call) {
        return WITH_FIELD.contains(call.getOperator().getName().toUpperCase(Locale.ROOT))
                && !call.getOperandList().isEmpty()
                && call.operand(0) instanceof SqlIdentifier field
                && field.isSimple();
    }
}
