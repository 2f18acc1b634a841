package dev.nacre.calcite.algebra;

import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** A field of a row; NULL of no row. */
public final class FieldOperator extends SqlSpecialOperator {
    private final int field;

    /** @param field its position, from 0 */
    public FieldOperator(int field) {
        super("FIELD " + (field + 1), SqlKind.OTHER);
        this.field = field;
    }

    /** Returns the position, from 0. */
    public int field() {
        return field;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION;
    }
}
