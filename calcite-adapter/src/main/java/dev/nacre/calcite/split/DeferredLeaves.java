package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what H2 is given as values when it computes an expression: columns, the time of the statement, aggregates, keys of GROUP BY, subqueries, and
 * every part with a WebAssembly call that Nacre evaluates itself.
 */
final class DeferredLeaves extends SqlBasicVisitor<@Nullable Void> {
    private final SqlCall root;
    private final Expressions expressions;
    private final List<SqlCall> userAggregates;
    private final List<SqlNode> found = new ArrayList<>();

    private DeferredLeaves(SqlCall root, Expressions expressions, List<SqlCall> userAggregates) {
        this.root = root;
        this.expressions = expressions;
        this.userAggregates = userAggregates;
    }

    static List<SqlNode> of(SqlCall call, Expressions expressions) throws SQLException {
        List<SqlCall> aggregates = expressions.context().userAggregates().in(call);
        DeferredLeaves leaves = new DeferredLeaves(call, expressions, aggregates);
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
        Operands.expressions(call).forEach(operand -> operand.accept(this));
        return null;
    }

    private boolean isLeaf(SqlCall call) {
        return expressions.isKey(call)
                || Aggregates.isAggregate(call)
                || userAggregates.contains(call)
                || ConstantPool.isOfSession(call)
                || call.getKind() == SqlKind.OVER
                || ((expressions.isWasm(call) || Subqueries.isSubquery(call)) && expressions.isOwn(call));
    }
}
