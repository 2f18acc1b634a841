package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmOperator;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.ScalarCall;
import dev.nacre.h2.FunctionValues;
import org.apache.calcite.rex.RexCall;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a WebAssembly function, one row at a time; its caller is fetched from the scope at the first. */
final class WasmCall implements Evaluator {
    private final Run run;
    private final FunctionDefinition function;
    private final Evaluator[] arguments;
    private final boolean[] ofType;
    private final FunctionValues values;
    private @Nullable ScalarCall caller;

    WasmCall(WasmOperator operator, RexCall call, Evaluator[] arguments, Run run) {
        this.run = run;
        this.function = operator.function();
        this.arguments = arguments;
        this.values =
                new FunctionValues(function, operator.parameterTypes(), H2Type.info(call.getType()), run.provider());
        this.ofType = ofType(operator, call, values);
    }

    /** Returns for each argument whether it is of the parameter's type, so that it need not be cast. */
    static boolean[] ofType(WasmOperator operator, RexCall call, FunctionValues values) {
        boolean[] ofType = new boolean[operator.parameterTypes().size()];
        for (int index = 0; index < ofType.length; index++) {
            TypeInfo argument = H2Type.info(call.getOperands().get(index).getType());
            ofType[index] = values.takesAll(index, argument);
        }
        return ofType;
    }

    @Override
    public Value evaluate(Value[] row) {
        @Nullable Object[] read = new Object[arguments.length];
        for (int index = 0; index < read.length; index++) {
            read[index] = values.read(index, arguments[index].evaluate(row), ofType[index]);
        }
        return values.write(caller().call(read));
    }

    private ScalarCall caller() {
        ScalarCall known = caller;
        if (known == null) {
            known = run.scope().scalar(function);
            caller = known;
        }
        return known;
    }
}
