package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmAggregate;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.settings.SqlSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.h2.value.TypeInfo;
import org.h2.value.Value;

/** Groups rows by H2's order of values and gives the groups in that order, as H2 does. */
final class Grouping {
    private final Run run;
    private final int[] keys;
    private final List<AggregateCall> calls;
    private final List<TypeInfo> inputs;
    private final Evaluators evaluators;
    private final Map<AggregateCall, WasmAccumulator.Maker> guests = new IdentityHashMap<>();
    private final long most;

    Grouping(Run run, Aggregate aggregate, Evaluators evaluators) {
        this.evaluators = evaluators;
        this.run = run;
        this.most = run.scope().settings().get(SqlSetting.GROUPS);
        this.keys = aggregate.getGroupSet().toArray();
        this.calls = aggregate.getAggCallList();
        this.inputs = aggregate.getInput().getRowType().getFieldList().stream()
                .map(field -> H2Type.info(field.getType()))
                .toList();
    }

    Enumerable<Value[]> rows(Enumerable<Value[]> input) {
        return Distinctness.lazy(() -> groups(input));
    }

    private List<Value[]> groups(Enumerable<Value[]> input) {
        Map<Value[], Accumulator[]> groups = new TreeMap<>(Distinctness.order(run));
        if (keys.length == 0) {
            groups.put(new Value[0], accumulators());
        }
        try (Enumerator<Value[]> enumerator = input.enumerator()) {
            while (enumerator.moveNext()) {
                Value[] row = enumerator.current();
                for (Accumulator accumulator : groups.computeIfAbsent(key(row), key -> newGroup(key, groups.size()))) {
                    accumulator.add(row);
                }
            }
        }
        List<Value[]> rows = new ArrayList<>(groups.size());
        groups.forEach((key, accumulators) -> rows.add(row(key, accumulators)));
        return rows;
    }

    private Accumulator[] newGroup(Value[] key, long before) {
        if (before >= most) {
            throw new FunctionException(
                    FunctionErrorCode.STATEMENT_LIMIT,
                    "GROUP BY: more than " + before + " groups, at most " + most
                            + " allowed (setting groups); group by less, or raise it");
        }
        run.keep(key);
        return accumulators();
    }

    private Value[] key(Value[] row) {
        Value[] key = new Value[keys.length];
        for (int index = 0; index < keys.length; index++) {
            key[index] = row[keys[index]];
        }
        return key;
    }

    private Accumulator[] accumulators() {
        Accumulator[] accumulators = new Accumulator[calls.size()];
        for (int index = 0; index < accumulators.length; index++) {
            AggregateCall call = calls.get(index);
            accumulators[index] = call.getAggregation() instanceof WasmAggregate wasm
                    ? Accumulator.counted(maker(call, wasm).make(), call, wasm.filtered(), run)
                    : Accumulator.of(call, H2Type.info(call.getType()), inputs, run);
        }
        return accumulators;
    }

    private WasmAccumulator.Maker maker(AggregateCall call, WasmAggregate wasm) {
        return guests.computeIfAbsent(
                call, guest -> new WasmAccumulator.Maker(wasm, call.getArgList(), inputs, run, evaluators));
    }

    private static Value[] row(Value[] key, Accumulator[] accumulators) {
        Value[] row = Arrays.copyOf(key, key.length + accumulators.length);
        for (int index = 0; index < accumulators.length; index++) {
            row[key.length + index] = accumulators[index].result();
        }
        return row;
    }
}
