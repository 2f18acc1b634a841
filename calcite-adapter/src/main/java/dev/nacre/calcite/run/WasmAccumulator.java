package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmAggregate;
import dev.nacre.functions.AggregateCall.State;
import dev.nacre.h2.FunctionValues;
import java.util.List;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The state of a WebAssembly aggregate in one group: a resource of the guest, let go of with the result. */
final class WasmAccumulator implements Accumulator {
    private final Maker maker;
    private final State state;

    private WasmAccumulator(Maker maker, State state) {
        this.maker = maker;
        this.state = state;
    }

    @Override
    public void add(Value[] row) {
        state.add(maker.arguments(row));
    }

    @Override
    public boolean canMerge() {
        return maker.caller.canMerge();
    }

    @Override
    public void merge(Accumulator other) {
        state.merge(((WasmAccumulator) other).state);
    }

    @Override
    public Value result() {
        Value result = maker.value(state);
        state.close();
        return result;
    }

    /** Makes the states of one call, with the constants of this run. */
    static final class Maker {
        private final List<Integer> columns;
        private final dev.nacre.functions.AggregateCall caller;
        private final FunctionValues values;
        private final boolean[] ofType;
        private final @Nullable Object[] constants;

        /**
         * Prepares for states.
         *
         * @param columns those of the arguments; what follows is not looked at
         * @param inputs the types of the rows' columns
         */
        Maker(WasmAggregate function, List<Integer> columns, List<TypeInfo> inputs, Run run, Evaluators evaluators) {
            this.columns = List.copyOf(columns);
            this.caller = run.scope().aggregate(function.function());
            List<TypeInfo> parameters = function.parameterTypes();
            this.values =
                    new FunctionValues(function.function(), parameters, H2Type.info(function.type()), run.provider());
            this.ofType = new boolean[parameters.size() - function.constants().size()];
            for (int index = 0; index < ofType.length; index++) {
                ofType[index] = values.takesAll(index, inputs.get(columns.get(index)));
            }
            this.constants = new Object[function.constants().size()];
            for (int index = 0; index < constants.length; index++) {
                int parameter = ofType.length + index;
                TypeInfo type = H2Type.info(function.constants().get(index).getType());
                Value value = evaluators.one(function.constants().get(index)).evaluate(new Value[0]);
                constants[index] = values.read(parameter, value, values.takesAll(parameter, type));
            }
        }

        Accumulator make() {
            return new WasmAccumulator(this, open());
        }

        State open() {
            return caller.open(constants);
        }

        boolean canRemove() {
            return caller.canRemove();
        }

        /** Returns the value of a state as H2 holds it. */
        Value value(State state) {
            return values.write(state.finish());
        }

        @Nullable
        Object[] arguments(Value[] row) {
            @Nullable Object[] read = new Object[ofType.length];
            for (int index = 0; index < read.length; index++) {
                read[index] = values.read(index, row[columns.get(index)], ofType[index]);
            }
            return read;
        }
    }
}
