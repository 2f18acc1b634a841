package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlSyntax;

/** A subquery: run when a row first needs it, and once where it does not depend on the row. */
public final class SubqueryOperator extends SqlSpecialOperator {
    private final Form form;
    private final RelNode query;
    private final SqlKind comparison;
    private final List<Integer> parameters;
    private final boolean varying;

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

    /**
     * Makes a subquery.
     *
     * @param comparison of the first operand with the rows; {@code EQUALS} where there is none
     * @param parameters which of the parameters, from 0, are set to the last operands before the subquery is read
     * @param varying whether the rows may be others for each row of the query around it
     */
    public SubqueryOperator(Form form, RelNode query, SqlKind comparison, List<Integer> parameters, boolean varying) {
        super(form + " SUBQUERY " + query.getId(), SqlKind.OTHER);
        this.form = form;
        this.query = query;
        this.comparison = comparison;
        this.parameters = List.copyOf(parameters);
        this.varying = varying;
    }

    /** Returns which of the parameters are set to the last operands. */
    public List<Integer> parameters() {
        return parameters;
    }

    /** Returns whether the subquery has to be read for each row. */
    public boolean varying() {
        return varying;
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
