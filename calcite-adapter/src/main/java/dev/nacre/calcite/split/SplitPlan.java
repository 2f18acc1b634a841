package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.Constants;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.h2.H2Column;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.h2.value.TypeInfo;

/**
 * A query that was split.
 *
 * @param relation gives the rows
 * @param columns of the result, as H2 describes them
 * @param parameterColumns the parameters' numbers, from 1, by the indexes, from 0, of the columns that are nothing else
 * @param parameterTypes of the client's parameters
 * @param constants what is the same for all rows
 * @param functions the WebAssembly functions that are called
 */
public record SplitPlan(
        RelNode relation,
        List<H2Column> columns,
        Map<Integer, Integer> parameterColumns,
        List<TypeInfo> parameterTypes,
        Constants constants,
        Set<FunctionDefinition> functions) {
    public SplitPlan {
        columns = List.copyOf(columns);
        parameterColumns = Map.copyOf(parameterColumns);
        parameterTypes = List.copyOf(parameterTypes);
    }
}
