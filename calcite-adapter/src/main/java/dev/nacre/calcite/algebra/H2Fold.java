package dev.nacre.calcite.algebra;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/** An aggregate that only H2 knows, computed by it over the rows of a group, which are held until then. */
public final class H2Fold extends SqlAggFunction {
    private final transient H2Query query;

    /**
     * Makes an aggregate.
     *
     * @param query over rows with the columns of the arguments, of one row and one column
     */
    public H2Fold(H2Query query) {
        super(
                "H2[" + query.sql(1) + "]",
                null,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(query.getRowType().getFieldList().get(0).getType()),
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.FORBIDDEN);
        this.query = query;
    }

    /** Returns the query over the rows of a group. */
    public H2Query query() {
        return query;
    }

    /** Returns the type of the result. */
    public RelDataType type() {
        return query.getRowType().getFieldList().get(0).getType();
    }
}
