package dev.nacre.calcite.algebra;

import dev.nacre.functions.FunctionDefinition;
import java.util.List;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rex.RexNode;
import org.h2.value.TypeInfo;

/**
 * One call of one version of a table function.
 *
 * @param mode how it is called, in words
 * @param parameterTypes H2's form of the types of the parameters that take values
 * @param arguments for them, in their order
 * @param columns which of the function's columns are wanted, from 0
 */
public record RowsCall(
        FunctionDefinition function,
        String mode,
        List<TypeInfo> parameterTypes,
        List<RexNode> arguments,
        List<Integer> columns) {
    /** Makes a call. */
    public RowsCall {
        parameterTypes = List.copyOf(parameterTypes);
        arguments = List.copyOf(arguments);
        columns = List.copyOf(columns);
    }

    RowsCall with(List<RexNode> other) {
        return new RowsCall(function, mode, parameterTypes, other, columns);
    }

    RelWriter explain(RelWriter writer) {
        return writer.item("function", "WASM[" + function.name() + " version " + function.version() + ", " + mode + "]")
                .item("arguments", arguments)
                .item(
                        "columns",
                        columns.stream()
                                .map(column ->
                                        RoutineColumns.of(function).get(column).name())
                                .toList());
    }
}
