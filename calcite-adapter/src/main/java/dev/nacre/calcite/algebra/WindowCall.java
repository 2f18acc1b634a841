package dev.nacre.calcite.algebra;

import java.util.List;
import org.apache.calcite.rel.RelFieldCollation;

/**
 * One call of a WebAssembly aggregate over a window. Columns are those of the input.
 *
 * @param arguments the columns of the arguments, and after them that of the condition of FILTER, if there is one
 * @param partition the columns whose values are the same in a partition
 * @param order the order in a partition
 */
public record WindowCall(
        WasmAggregate function,
        boolean distinct,
        List<Integer> arguments,
        List<Integer> partition,
        List<RelFieldCollation> order,
        Frame frame) {
    public WindowCall {
        arguments = List.copyOf(arguments);
        partition = List.copyOf(partition);
        order = List.copyOf(order);
    }

    @Override
    public String toString() {
        return function.getName() + (distinct ? "(DISTINCT " : "(") + arguments + ") OVER (PARTITION BY " + partition
                + " ORDER BY " + order + " " + frame + ")";
    }
}
