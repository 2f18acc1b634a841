package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/** GROUPING: which keys a row of groups does not have, the last one in the lowest bit (SQL:2016-2, 6.9). */
public final class GroupingMark extends SqlAggFunction {
    private final List<Integer> keys;
    private final transient RelDataType type;

    /**
     * Makes the function.
     *
     * @param keys the columns of the keys, in the order of the arguments
     * @param type of the result, BIGINT
     */
    public GroupingMark(List<Integer> keys, RelDataType type) {
        super(
                "GROUPING" + keys,
                null,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(type),
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.FORBIDDEN);
        this.keys = List.copyOf(keys);
        this.type = type;
    }

    /** Returns the columns of the keys, in the order of the arguments. */
    public List<Integer> keys() {
        return keys;
    }

    /** Returns the type of the result. */
    public RelDataType type() {
        return type;
    }
}
