package dev.nacre.calcite.run;

import org.h2.value.Value;
import org.h2.value.ValueNull;

/** An operator that takes its operands one after the other, from the first to the last, and no more than it needs. */
interface Steps {
    /** No further operand is needed. */
    int DONE = Integer.MAX_VALUE;

    /** What is known of one row. */
    final class State {
        /** The first operand, where others are compared with it. */
        Value first = ValueNull.INSTANCE;

        /** The result, final when no further operand is needed. */
        Value result = ValueNull.INSTANCE;
    }

    /**
     * Takes the value of an operand; the first operand is always needed.
     *
     * @return the operand that is needed next, after this one; {@link #DONE} or any number behind the last for none
     */
    int take(State state, int operand, Value value);

    /** Returns the operator over single rows. */
    default Evaluator over(Evaluator... operands) {
        return row -> {
            State state = new State();
            int next = 0;
            while (next < operands.length) {
                next = take(state, next, operands[next].evaluate(row));
            }
            return state.result;
        };
    }
}
