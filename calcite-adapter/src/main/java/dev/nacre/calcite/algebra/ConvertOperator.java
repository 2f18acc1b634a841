package dev.nacre.calcite.algebra;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** Gives a value the type of the call, by H2's rules for values that meet in one column. */
public final class ConvertOperator extends SqlSpecialOperator {
    /** The only one: the call's type says what to convert to. */
    public static final ConvertOperator INSTANCE = new ConvertOperator();

    private ConvertOperator() {
        super("CONVERT", SqlKind.OTHER);
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION;
    }
}
