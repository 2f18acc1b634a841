package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmAggregate;
import dev.nacre.functions.AggregateCall.State;
import dev.nacre.h2.FunctionValues;
import java.util.List;
import org.apache.calcite.rel.core.AggregateCall;
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
    public Value result() {
        Value result = maker.values.write(state.finish());
        state.close();
        return result;
    }

    /** Makes the states of one call, with the constants of this run. */
    static final class Maker {
        private final AggregateCall call;
        private final boolean filtered;
        private final Run run;
        private final dev.nacre.functions.AggregateCall caller;
        private final FunctionValues values;
        private final boolean[] ofType;
        private final @Nullable Object[] constants;

        private Maker(AggregateCall call, List<TypeInfo> inputs, Run run, Evaluators evaluators) {
            WasmAggregate function = (WasmAggregate) call.getAggregation();
            this.call = call;
            this.filtered = function.filtered();
            this.run = run;
            this.caller = run.scope().aggregate(function.function());
            List<TypeInfo> parameters = function.parameterTypes();
            this.values =
                    new FunctionValues(function.function(), parameters, H2Type.info(call.getType()), run.provider());
            this.ofType = new boolean[parameters.size() - function.constants().size()];
            for (int index = 0; index < ofType.length; index++) {
                ofType[index] = isOfType(index, inputs.get(call.getArgList().get(index)), parameters.get(index));
            }
            this.constants = new Object[function.constants().size()];
            for (int index = 0; index < constants.length; index++) {
                int parameter = ofType.length + index;
                TypeInfo type = H2Type.info(function.constants().get(index).getType());
                Value value = evaluators.one(function.constants().get(index)).evaluate(new Value[0]);
                constants[index] = values.read(parameter, value, isOfType(parameter, type, parameters.get(parameter)));
            }
        }

        static Maker of(AggregateCall call, List<TypeInfo> inputs, Run run, Evaluators evaluators) {
            return new Maker(call, inputs, run, evaluators);
        }

        private boolean isOfType(int index, TypeInfo argument, TypeInfo parameter) {
            return values.takesAll(index, argument.getValueType()) || argument.equals(parameter);
        }

        Accumulator make() {
            return Accumulator.counted(new WasmAccumulator(this, caller.open(constants)), call, filtered, run);
        }

        private @Nullable Object[] arguments(Value[] row) {
            @Nullable Object[] read = new Object[ofType.length];
            for (int index = 0; index < read.length; index++) {
                read[index] = values.read(index, row[call.getArgList().get(index)], ofType[index]);
            }
            return read;
        }
    }
}
