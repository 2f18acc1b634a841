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

    static Evaluator of(LazyOperator operator, Evaluator[] operands, TypeInfo type, Run run) {
        return switch (operator.form()) {
            case BETWEEN -> row -> between(operands, row, false, run);
            case NOT_BETWEEN -> row -> between(operands, row, true, run);
            case IN -> row -> in(operands, row, run);
            case CASE_OF -> switchCase(operands, type, run);
            case COALESCE -> row -> coalesce(operands, row).convertTo(type, run.provider());
            case NULLIF -> row -> nullIf(operands[0].evaluate(row), operands[1].evaluate(row), run);
        };
    }

    static Evaluator searchedCase(Evaluator[] operands, TypeInfo type, Run run) {
        int last = operands.length - 1;
        return row -> {
            int taken = 0;
            while (taken < last && !operands[taken].evaluate(row).isTrue()) {
                taken += 2;
            }
            return operands[taken < last ? taken + 1 : last].evaluate(row).convertTo(type, run.provider());
        };
    }

    private static Evaluator switchCase(Evaluator[] operands, TypeInfo type, Run run) {
        int last = operands.length - 1;
        return row -> {
            Value value = operands[0].evaluate(row);
            int taken = 1;
            while (taken < last
                    && !Comparisons.equal(value, operands[taken].evaluate(row), run)
                            .isTrue()) {
                taken += 2;
            }
            return operands[taken < last ? taken + 1 : last].evaluate(row).convertTo(type, run.provider());
        };
    }

    private static Value coalesce(Evaluator[] operands, Value[] row) {
        for (Evaluator operand : operands) {
            Value value = operand.evaluate(row);
            if (!H2Values.isNull(value)) {
                return value;
            }
        }
        return ValueNull.INSTANCE;
    }

    private static Value nullIf(Value value, Value other, Run run) {
        return Comparisons.equal(value, other, run).isTrue() ? ValueNull.INSTANCE : value;
    }

    private static Value in(Evaluator[] operands, Value[] row, Run run) {
        Value value = operands[0].evaluate(row);
        Value result = H2Values.isNull(value) ? value : ValueBoolean.FALSE;
        for (int index = 1; index < operands.length && !H2Values.isNull(value); index++) {
            Value equal = Comparisons.equal(value, operands[index].evaluate(row), run);
            if (equal.isTrue()) {
                return equal;
            }
            result = H2Values.isNull(equal) ? equal : result;
        }
        return result;
    }

    private static Value between(Evaluator[] operands, Value[] row, boolean not, Run run) {
        Value value = operands[0].evaluate(row);
        if (H2Values.isNull(value)) {
            return value;
        }
        int low = operands[1].evaluate(row).compareWithNull(value, false, run.provider(), run.compareMode());
        int high = value.compareWithNull(operands[2].evaluate(row), false, run.provider(), run.compareMode());
        if (low == Integer.MIN_VALUE) {
            return high <= 0 ? ValueNull.INSTANCE : ValueBoolean.get(not);
        }
        if (high == Integer.MIN_VALUE) {
            return low <= 0 ? ValueNull.INSTANCE : ValueBoolean.get(not);
        }
        return ValueBoolean.get(not ^ (low <= 0 && high <= 0));
    }
}
