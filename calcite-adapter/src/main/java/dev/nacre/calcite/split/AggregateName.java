package dev.nacre.calcite.split;

import java.util.Objects;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.Optionality;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the tree for the name of an aggregate of WebAssembly, which the parser takes for a scalar function: from then on it
 * is an aggregate to everybody.
 */
final class AggregateName extends SqlAggFunction {
    private AggregateName(SqlIdentifier name) {
        super(
                name.names.get(name.names.size() - 1),
                name,
                SqlKind.OTHER_FUNCTION,
                null,
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.FORBIDDEN);
    }

    /** Marks all aggregates of a tree. */
    static void mark(SqlNode tree, FunctionLookup functions) {
        tree.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
                if (call instanceof SqlBasicCall basic
                        && !functions.aggregates(call).isEmpty()) {
                    SqlFunction function = (SqlFunction) basic.getOperator();
                    basic.setOperator(new AggregateName(Objects.requireNonNull(function.getSqlIdentifier())));
                }
                return super.visit(call);
            }
        });
    }

    /** Returns whether a call is one of a marked aggregate itself, FILTER and OVER not included. */
    static boolean isIn(SqlNode call) {
        return call instanceof SqlCall && ((SqlCall) call).getOperator() instanceof AggregateName;
    }
}
