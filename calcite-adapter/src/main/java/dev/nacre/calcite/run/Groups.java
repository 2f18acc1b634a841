package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.GroupingMark;
import dev.nacre.calcite.algebra.H2Fold;
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
import java.util.Objects;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** The groups of rows, by one or several sets of keys. */
final class Groups {
    private final Run run;
    private final int width;
    private final List<GroupSet> sets;
    /** The set with all keys, if there is one and others beside it. */
    private final @Nullable GroupSet finest;

    private final List<AggregateCall> calls;
    private final List<TypeInfo> inputs;
    private final Evaluators evaluators;
    private final Map<AggregateCall, WasmAccumulator.Maker> guests = new IdentityHashMap<>();
    private final long most;
    private long count;

    Groups(Run run, Aggregate aggregate, Evaluators evaluators) {
        this.evaluators = evaluators;
        this.run = run;
        this.most = run.scope().settings().get(SqlSetting.GROUPS);
        this.width = aggregate.getGroupCount();
        this.sets = aggregate.getGroupSets().stream()
                .map(set -> new GroupSet(set.toArray(), run))
                .toList();
        this.finest = sets.stream()
                .filter(set -> sets.size() > 1 && set.keys().length == width)
                .findFirst()
                .orElse(null);
        this.calls = aggregate.getAggCallList();
        this.inputs = aggregate.getInput().getRowType().getFieldList().stream()
                .map(field -> H2Type.info(field.getType()))
                .toList();
    }

    /** Returns the groups of all rows; asked once. */
    List<Value[]> of(Enumerable<Value[]> input) {
        for (GroupSet set : sets) {
            if (set.isTotal()) {
                set.groups().put(new Value[0], accumulators());
            }
        }
        try (Enumerator<Value[]> enumerator = input.enumerator()) {
            while (enumerator.moveNext()) {
                Value[] row = enumerator.current();
                for (GroupSet set : sets) {
                    add(row, set);
                }
            }
        }
        sets.forEach(this::merge);
        List<Value[]> rows = new ArrayList<>();
        for (GroupSet set : sets) {
            set.groups().forEach((key, accumulators) -> rows.add(row(set, key, accumulators)));
        }
        return rows;
    }

    private void add(Value[] row, GroupSet set) {
        for (Accumulator accumulator : set.groups().computeIfAbsent(set.key(row), this::newGroup)) {
            if (set == finest || finest == null || !accumulator.canMerge()) {
                accumulator.add(row);
            }
        }
    }

    /** Coarser groups get the rows of aggregates that can merge from the finest groups. */
    private void merge(GroupSet set) {
        GroupSet from = finest;
        if (from == null || set == from) {
            return;
        }
        from.groups().forEach((key, accumulators) -> {
            Accumulator[] target = Objects.requireNonNull(set.groups().get(set.key(key)), "a group of the rows");
            for (int index = 0; index < target.length; index++) {
                if (target[index].canMerge()) {
                    target[index].merge(accumulators[index]);
                }
            }
        });
    }

    private Accumulator[] newGroup(Value[] key) {
        if (count >= most) {
            throw new FunctionException(
                    FunctionErrorCode.STATEMENT_LIMIT,
                    "GROUP BY: more than " + count + " groups, at most " + most
                            + " allowed (setting groups); group by less, or raise it");
        }
        count++;
        run.keep(key);
        return accumulators();
    }

    private Accumulator[] accumulators() {
        List<Accumulator> accumulators = new ArrayList<>(calls.size());
        for (AggregateCall call : calls) {
            if (!(call.getAggregation() instanceof GroupingMark)) {
                accumulators.add(accumulator(call));
            }
        }
        return accumulators.toArray(Accumulator[]::new);
    }

    private Accumulator accumulator(AggregateCall call) {
        if (call.getAggregation() instanceof H2Fold fold) {
            return new Folding(run, fold.query(), call.getArgList());
        }
        return call.getAggregation() instanceof WasmAggregate wasm
                ? Accumulator.counted(maker(call, wasm).make(), call, wasm.filtered(), run)
                : Accumulator.of(call, H2Type.info(call.getType()), inputs, run);
    }

    private WasmAccumulator.Maker maker(AggregateCall call, WasmAggregate wasm) {
        return guests.computeIfAbsent(
                call, guest -> new WasmAccumulator.Maker(wasm, call.getArgList(), inputs, run, evaluators));
    }

    private Value[] row(GroupSet set, Value[] key, Accumulator[] accumulators) {
        Value[] row = new Value[width + calls.size()];
        Arrays.fill(row, 0, width, ValueNull.INSTANCE);
        for (int index = 0; index < key.length; index++) {
            row[set.keys()[index]] = key[index];
        }
        int accumulator = 0;
        for (int index = 0; index < calls.size(); index++) {
            row[width + index] = calls.get(index).getAggregation() instanceof GroupingMark mark
                    ? ValueBigint.get(set.mark(mark.keys()))
                    : accumulators[accumulator++].result();
        }
        return row;
    }
}
