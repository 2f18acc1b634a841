package dev.nacre.calcite.split;

import java.sql.SQLException;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a block stand on: rows whose columns H2 or a grouping computes. First all expressions are placed,
 * then the rows are planned, then references are asked for.
 */
interface Ground {
    /**
     * Takes over the computation of an expression.
     *
     * @return false when it has to be computed from its operands instead
     */
    boolean place(SqlNode expression, Guards guards) throws SQLException;

    /** Returns whether an expression, column or not, is a column of the rows already. */
    default boolean isKey(SqlNode expression) {
        return false;
    }

    /** Returns whether these rows have what is computed by WebAssembly functions in an expression. */
    default boolean computes(SqlNode expression) {
        return false;
    }

    /** Refuses a column that these rows do not have. */
    default void refuse(SqlNode column, String text) throws SQLException {
        throw Refusals.unreachable(column, text);
    }

    /** Returns the column of an expression that was placed, null for any other. */
    @Nullable
    RexNode reference(SqlNode expression) throws SQLException;
}
