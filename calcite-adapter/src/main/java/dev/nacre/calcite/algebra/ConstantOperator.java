package dev.nacre.calcite.algebra;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** A value that is the same for all rows of an execution: a literal, a parameter, an expression without columns. */
public final class ConstantOperator extends SqlSpecialOperator {
    private final int slot;

    /**
     * Makes a constant.
     *
     * @param text as EXPLAIN shows it
     * @param slot its place in {@link Constants}
     */
    public ConstantOperator(String text, int slot) {
        super(text, SqlKind.OTHER);
        this.slot = slot;
    }

    /** Returns its place in {@link Constants}. */
    public int slot() {
        return slot;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION_ID;
    }
}
