package dev.nacre.calcite.algebra;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** A column of a query around the subquery in which it stands: a parameter that is set for each row of that query. */
public final class CorrelationOperator extends SqlSpecialOperator {
    private final int ordinal;

    /**
     * Makes a reference.
     *
     * @param text as it was written
     * @param ordinal from 0, after the client's parameters
     */
    public CorrelationOperator(String text, int ordinal) {
        super(text, SqlKind.OTHER);
        this.ordinal = ordinal;
    }

    /** Returns its place among the parameters. */
    public int ordinal() {
        return ordinal;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION_ID;
    }
}
