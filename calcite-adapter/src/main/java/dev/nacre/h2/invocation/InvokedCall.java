package dev.nacre.h2.invocation;

import dev.nacre.functions.ScalarCall;
import dev.nacre.h2.FunctionValues;
import java.util.Arrays;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The calls of one overload in one command. The types of its arguments are known at the calls, and seldom change. */
final class InvokedCall {
    private final FunctionValues values;
    private final ScalarCall caller;
    private final int[] kinds;
    private final boolean[] ofType;

    InvokedCall(FunctionValues values, ScalarCall caller, int arity) {
        this.values = values;
        this.caller = caller;
        this.kinds = new int[arity];
        this.ofType = new boolean[arity];
        Arrays.fill(kinds, Value.UNKNOWN);
    }

    @Nullable
    Object object(Value... arguments) {
        @Nullable Object[] read = new Object[arguments.length];
        for (int index = 0; index < read.length; index++) {
            Value argument = arguments[index];
            read[index] = values.read(index, argument, isOfType(index, argument));
        }
        return caller.call(read);
    }

    private boolean isOfType(int index, Value argument) {
        int kind = argument.getValueType();
        if (kinds[index] != kind) {
            values.requireConvertible(index, argument.getType());
            ofType[index] = values.takesAll(index, kind);
            kinds[index] = kind;
        }
        return ofType[index];
    }

    Value value(Value... arguments) {
        return values.write(object(arguments));
    }
}
