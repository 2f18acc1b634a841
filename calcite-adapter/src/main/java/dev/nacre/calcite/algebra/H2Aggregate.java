package dev.nacre.calcite.algebra;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/** An aggregate with H2's result type and H2's arithmetic. */
public final class H2Aggregate extends SqlAggFunction {
    private final Form form;
    private final transient RelDataType type;
    private final boolean filtered;

    /** What is computed. */
    public enum Form {
        /** Rows. */
        COUNT_ALL,
        /** Values that are not NULL. */
        COUNT,
        /** The least value that is not NULL. */
        MIN,
        /** The greatest value that is not NULL. */
        MAX,
        /** The sum of the values that are not NULL. */
        SUM,
        /** The mean of the values that are not NULL. */
        AVG
    }

    /**
     * Makes an aggregate.
     *
     * @param type of the result
     * @param filtered whether the last argument is a condition that a row has to meet to be counted
     */
    public H2Aggregate(Form form, RelDataType type, boolean filtered) {
        super(
                form + (filtered ? " FILTER" : ""),
                null,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(type),
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.FORBIDDEN);
        this.form = form;
        this.type = type;
        this.filtered = filtered;
    }

    /** Returns what is computed. */
    public Form form() {
        return form;
    }

    /** Returns the type of the result. */
    public RelDataType type() {
        return type;
    }

    /** Returns whether the last argument is a condition. */
    public boolean filtered() {
        return filtered;
    }
}
