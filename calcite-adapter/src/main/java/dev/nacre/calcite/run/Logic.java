package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;

/** AND, OR and NOT with three values, from left to right, no further than needed. */
final class Logic {
    private Logic() {}

    /** Returns AND where FALSE decides, OR where TRUE does. */
    static Steps until(boolean decisive) {
        return (state, operand, value) -> {
            if (operand == 0) {
                state.result = ValueBoolean.get(!decisive);
            }
            if (H2Values.isNull(value)) {
                state.result = value;
            } else if (value.getBoolean() == decisive) {
                state.result = ValueBoolean.get(decisive);
                return Steps.DONE;
            }
            return operand + 1;
        };
    }

    static Value not(Value value) {
        return H2Values.isNull(value) ? value : ValueBoolean.get(!value.getBoolean());
    }
}
