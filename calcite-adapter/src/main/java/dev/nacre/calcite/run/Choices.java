package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.LazyOperator;
import dev.nacre.h2.H2Values;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;

/** CASE, COALESCE, NULLIF, BETWEEN and IN: which operands are evaluated, and in which order, is as in H2. */
final class Choices {
    private Choices() {}

    /** @param count of the operands */
    static Steps of(LazyOperator operator, int count, TypeInfo type, Run run) {
        return switch (operator.form()) {
            case BETWEEN -> between(false, run);
            case NOT_BETWEEN -> between(true, run);
            case IN -> in(run);
            case CASE_OF -> switchCase(count - 1, type, run);
            case COALESCE -> coalesce(count - 1, type, run);
            case NULLIF -> nullIf(run);
        };
    }

    static Steps searchedCase(int count, TypeInfo type, Run run) {
        int last = count - 1;
        return (state, operand, value) -> {
            if (operand < last && operand % 2 == 0) {
                return value.isTrue() ? operand + 1 : operand + 2;
            }
            return done(state, value.convertTo(type, run.provider()));
        };
    }

    /** A branch follows what the first operand is compared with. */
    private static Steps switchCase(int last, TypeInfo type, Run run) {
        return (state, operand, value) -> {
            if (operand == 0) {
                state.first = value;
                return 1;
            }
            if (operand < last && operand % 2 == 1) {
                return Comparisons.equal(state.first, value, run).isTrue() ? operand + 1 : Math.min(operand + 2, last);
            }
            return done(state, value.convertTo(type, run.provider()));
        };
    }

    private static Steps coalesce(int last, TypeInfo type, Run run) {
        return (state, operand, value) -> H2Values.isNull(value) && operand < last
                ? operand + 1
                : done(state, value.convertTo(type, run.provider()));
    }

    private static Steps nullIf(Run run) {
        return (state, operand, value) -> {
            if (operand == 0) {
                state.first = value;
                return 1;
            }
            boolean equal = Comparisons.equal(state.first, value, run).isTrue();
            return done(state, equal ? ValueNull.INSTANCE : state.first);
        };
    }

    private static Steps in(Run run) {
        return (state, operand, value) -> {
            if (operand == 0) {
                state.first = value;
                state.result = H2Values.isNull(value) ? value : ValueBoolean.FALSE;
                return H2Values.isNull(value) ? Steps.DONE : 1;
            }
            Value equal = Comparisons.equal(state.first, value, run);
            if (equal.isTrue()) {
                return done(state, equal);
            }
            state.result = H2Values.isNull(equal) ? equal : state.result;
            return operand + 1;
        };
    }

    private static Steps between(boolean not, Run run) {
        return (state, operand, value) -> {
            if (operand == 0) {
                state.first = value;
                return H2Values.isNull(value) ? Steps.DONE : 1;
            }
            if (operand == 1) {
                state.result = value;
                return 2;
            }
            return done(state, between(state.first, state.result, value, not, run));
        };
    }

    private static Value between(Value value, Value least, Value most, boolean not, Run run) {
        int low = least.compareWithNull(value, false, run.provider(), run.compareMode());
        int high = value.compareWithNull(most, false, run.provider(), run.compareMode());
        if (low == Integer.MIN_VALUE) {
            return high <= 0 ? ValueNull.INSTANCE : ValueBoolean.get(not);
        }
        if (high == Integer.MIN_VALUE) {
            return low <= 0 ? ValueNull.INSTANCE : ValueBoolean.get(not);
        }
        return ValueBoolean.get(not ^ (low <= 0 && high <= 0));
    }

    private static int done(Steps.State state, Value result) {
        state.result = result;
        return Steps.DONE;
    }
}
