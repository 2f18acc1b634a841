package dev.nacre.calcite.split;

import dev.nacre.h2.H2Column;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.h2.value.Value;

/** Finds the columns of a result that are nothing but a parameter: those to which H2 gives the type of its value. */
final class ParameterColumns {
    private ParameterColumns() {}

    /**
     * Returns the parameters' numbers, from 1, by the columns' indexes, from 0. What stands for several columns moves those
     * behind it, so they are told by their order; none is told where H2 leaves the type of others open, too.
     */
    static Map<Integer, Integer> of(SqlNode query, List<H2Column> columns) {
        List<SqlDynamicParam> parameters = parameters(query);
        List<Integer> untyped = IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).type().getValueType() == Value.UNKNOWN)
                .boxed()
                .toList();
        Map<Integer, Integer> found = new TreeMap<>();
        if (parameters.size() == untyped.size()) {
            for (int index = 0; index < untyped.size(); index++) {
                found.put(untyped.get(index), parameters.get(index).getIndex() + 1);
            }
        }
        return found;
    }

    private static List<SqlDynamicParam> parameters(SqlNode query) {
        if (query instanceof SqlOrderBy ordered) {
            return parameters(ordered.query);
        }
        if (query instanceof SqlWith with) {
            return parameters(with.body);
        }
        return query instanceof SqlSelect select
                ? select.getSelectList().stream()
                        .map(ParameterColumns::withoutAlias)
                        .filter(SqlDynamicParam.class::isInstance)
                        .map(SqlDynamicParam.class::cast)
                        .toList()
                : List.of();
    }

    private static SqlNode withoutAlias(SqlNode item) {
        return item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
    }
}
