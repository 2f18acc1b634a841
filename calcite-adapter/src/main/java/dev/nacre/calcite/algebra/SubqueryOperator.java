package dev.nacre.calcite.algebra;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** A subquery that does not depend on the row around it: run when a row first needs it, and once. */
public final class SubqueryOperator extends SqlSpecialOperator {
    private final Form form;
    private final RelNode query;
    private final SqlKind comparison;

    /** What is asked of the subquery's rows. */
    public enum Form {
        /** The only value of the only row; NULL without a row; an error with more. */
        SCALAR,
        /** Whether there is a row. */
        EXISTS,
        /** Whether the comparison holds between the operand and one of the rows at least; NULL when that is unknown. */
        ANY,
        /** Whether the comparison holds between the operand and all rows; NULL when that is unknown. */
        ALL
    }

    /** Makes a subquery whose rows are not compared. */
    public SubqueryOperator(Form form, RelNode query) {
        this(form, query, SqlKind.EQUALS);
    }

    /**
     * Makes a subquery.
     *
     * @param comparison of the operand with the rows; {@code EQUALS} for others
     */
    public SubqueryOperator(Form form, RelNode query, SqlKind comparison) {
        super(form + " SUBQUERY " + query.getId(), SqlKind.OTHER);
        this.form = form;
        this.query = query;
        this.comparison = comparison;
    }

    /** Returns what is asked of the rows. */
    public Form form() {
        return form;
    }

    /** Returns the plan of the subquery. */
    public RelNode query() {
        return query;
    }

    /** Returns how the operand is compared with the rows. */
    public SqlKind comparison() {
        return comparison;
    }

    @Override
    public SqlSyntax getSyntax() {
        return SqlSyntax.FUNCTION;
    }
}
