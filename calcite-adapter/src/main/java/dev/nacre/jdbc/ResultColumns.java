package dev.nacre.jdbc;

import dev.nacre.calcite.PlannedQuery;
import dev.nacre.h2.H2Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/**
 * The columns of a result.
 *
 * @param columns as H2 describes them
 * @param parameters the numbers, from 1, of the parameters that columns are, by the columns' indexes, from 0
 * @param types the type of a parameter's value as of now, by its number
 */
record ResultColumns(List<H2Column> columns, Map<Integer, Integer> parameters, IntFunction<TypeInfo> types) {
    static ResultColumns of(List<H2Column> columns) {
        return new ResultColumns(List.copyOf(columns), Map.of(), parameter -> TypeInfo.TYPE_UNKNOWN);
    }

    /** Returns the columns of a planned query that a statement runs. */
    static ResultColumns of(PlannedQuery query, NacreStatement statement) {
        return new ResultColumns(query.columns(), query.parameterColumns(), statement::parameterType);
    }

    /** Returns a column's type. As in H2, a parameter has that of the value that is set at the moment. */
    TypeInfo type(int index) {
        Integer parameter = parameters.get(index);
        return parameter == null ? columns.get(index).type() : types.apply(parameter);
    }

    /** Returns these with the types of values where nothing else tells them. */
    ResultColumns learn(Value[] row) {
        boolean isComplete = columns.stream().noneMatch(ResultColumns::isUntyped);
        return isComplete ? this : new ResultColumns(typed(row), parameters, types);
    }

    private List<H2Column> typed(Value[] row) {
        List<H2Column> typed = new ArrayList<>();
        for (H2Column column : columns) {
            typed.add(isUntyped(column) ? column.withType(row[typed.size()].getType()) : column);
        }
        return List.copyOf(typed);
    }

    private static boolean isUntyped(H2Column column) {
        return column.type().getValueType() == Value.UNKNOWN;
    }
}
