package dev.nacre.calcite.split;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a grouping or a window that H2 computes over planned rows needs of each row: columns, subqueries, and what
 * WebAssembly functions give for it. Calls over aggregates and window functions are no such: they come after.
 */
final class RowLeaves extends SqlBasicVisitor<@Nullable Void> {
    private final Source source;
    private final Expressions expressions;
    private final List<SqlNode> found = new ArrayList<>();
    private @Nullable SQLException failure;

    RowLeaves(Source source, Expressions expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    void add(@Nullable SqlNode node) throws SQLException {
        if (node != null) {
            node.accept(this);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns the leaves in the order in which they stand. */
    List<SqlNode> found() {
        return found;
    }

    @Override
    public @Nullable Void visit(SqlIdentifier identifier) {
        try {
            boolean rowNumber = identifier.isSimple() && Aggregates.isRowNumber(identifier.getSimple());
            if (!identifier.isStar() && !rowNumber && source.knows(identifier)) {
                found.add(identifier);
            }
        } catch (SQLException e) {
            failure = e;
        }
        return null;
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
        if (call instanceof SqlWindow window) {
            window.getPartitionList().accept(this);
            window.getOrderList().accept(this);
            return null;
        }
        boolean wasm = expressions.isWasm(call);
        boolean own = wasm && isOfRow(call) && expressions.isOwn(call);
        boolean subquery = Subqueries.isSubquery(call) && (wasm || source.scan().isPresent());
        if (own || subquery) {
            found.add(call);
            return null;
        }
        Operands.expressions(call).forEach(operand -> operand.accept(this));
        return null;
    }

    private boolean isOfRow(SqlCall call) {
        try {
            return Aggregates.in(call).isEmpty()
                    && !Aggregates.hasWindow(call)
                    && expressions.context().userAggregates().in(call).isEmpty();
        } catch (SQLException e) {
            failure = e;
            return false;
        }
    }
}
