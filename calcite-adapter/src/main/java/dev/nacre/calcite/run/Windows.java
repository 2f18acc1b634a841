package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmWindow;
import dev.nacre.calcite.algebra.WindowCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Computes aggregates of guests over windows: all rows are read first, and given in their order. */
final class Windows {
    private final Run run;
    private final Evaluators evaluators;

    Windows(Run run, Evaluators evaluators) {
        this.run = run;
        this.evaluators = evaluators;
    }

    Enumerable<Value[]> rows(WasmWindow window, Enumerable<Value[]> input) {
        return Distinctness.lazy(() -> rows(window, run.kept(input).toList()));
    }

    private List<Value[]> rows(WasmWindow window, List<Value[]> rows) {
        List<TypeInfo> inputs = window.getInput().getRowType().getFieldList().stream()
                .map(field -> H2Type.info(field.getType()))
                .toList();
        int width = inputs.size();
        List<Value[]> results = new ArrayList<>(rows.size());
        for (Value[] row : rows) {
            results.add(Arrays.copyOf(row, width + window.calls().size()));
        }
        for (int call = 0; call < window.calls().size(); call++) {
            compute(window.calls().get(call), inputs, results, width + call);
        }
        return results;
    }

    /** @param column which column of the rows takes the results */
    private void compute(WindowCall call, List<TypeInfo> inputs, List<Value[]> rows, int column) {
        List<Value[]> sorted = new ArrayList<>(rows);
        Comparator<Value[]> partitions = partitions(call);
        Comparator<Value[]> order = call.order().isEmpty()
                ? (unusedRow, unusedOther) -> 0
                : new Sorting(run, evaluators).comparator(call.order());
        sorted.sort(partitions.thenComparing(order));
        WasmAccumulator.Maker maker =
                new WasmAccumulator.Maker(call.function(), call.arguments(), inputs, run, evaluators);
        WindowStates states = new WindowStates(call, maker, Distinctness.order(run));
        int begin = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            if (end == sorted.size() || partitions.compare(sorted.get(begin), sorted.get(end)) != 0) {
                List<Value[]> partition = sorted.subList(begin, end);
                Frames frames = new Frames(run, call, partition, order);
                for (int row = 0; row < partition.size(); row++) {
                    run.scope().check();
                    partition.get(row)[column] = states.value(partition, frames.of(row));
                }
                states.reset();
                begin = end;
            }
        }
    }

    private Comparator<Value[]> partitions(WindowCall call) {
        return (a, b) -> {
            for (int column : call.partition()) {
                int comparison = run.compare(a[column], b[column]);
                if (comparison != 0) {
                    return comparison;
                }
            }
            return 0;
        };
    }
}
