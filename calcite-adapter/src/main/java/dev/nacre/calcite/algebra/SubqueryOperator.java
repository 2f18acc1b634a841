package dev.nacre.calcite.algebra;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** A subquery that does not depend on the row around it: run when a row first needs it, and once. */
public final class SubqueryOperator extends SqlSpecialOperator {
    private final Form form;
    private final RelNode query;

    /** What is asked of the subquery's rows. */
    public enum Form {
        /** The only value of the only row; NULL without a row; an error with more. */
        SCALAR,
        /** Whether there is a row. */
        EXISTS,
        /** Whether the operand is among the values. */
        IN
    }

    /** Makes a subquery. */
    public SubqueryOperator(Form form, RelNode query) {
        super(form + " SUBQUERY " + query.getId(), SqlKind.OTHER);
        this.form = form;
        this.query = query;
    }

    /** Returns what is asked of the rows. */
    public Form form() {
        return form;
    }

    /** Returns the plan of the subquery. */
    public RelNode query() {
        return query;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION;
    }
}
