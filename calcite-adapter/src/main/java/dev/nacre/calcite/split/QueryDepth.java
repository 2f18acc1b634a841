package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Counts queries inside the FROM of queries: the time that H2 needs to describe them doubles with each. */
final class QueryDepth extends SqlBasicVisitor<@Nullable Void> {
    private static final int MOST = 10;

    private int depth;

    private QueryDepth() {}

    /** @throws SqlLayerException 54000 */
    static void require(SqlNode tree) {
        tree.accept(new QueryDepth());
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
        if (!(call instanceof SqlSelect select)) {
            return super.visit(call);
        }
        if (++depth > MOST + 1) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.TOO_DEEP,
                    "query with a wasm function: expected at most " + MOST
                            + " queries inside the FROM of each other, found more; put the inner ones into a table or a view");
        }
        if (select.getFrom() != null) {
            select.getFrom().accept(this);
        }
        depth--;
        return visitRest(select);
    }

    /** What is in other clauses begins to count anew. */
    private @Nullable Void visitRest(SqlSelect select) {
        int outer = depth;
        depth = 0;
        for (SqlNode operand : select.getOperandList()) {
            if (operand != null && operand != select.getFrom()) {
                operand.accept(this);
            }
        }
        depth = outer;
        return null;
    }
}
