package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import java.util.function.IntPredicate;
import org.apache.calcite.sql.SqlKind;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;

/** Comparisons by H2's own: of values of different types, NaN, strings of fixed length, collations. */
final class Comparisons {
    private static final Value[] NO_ROW = {};

    private Comparisons() {}

    static Evaluator of(SqlKind kind, Evaluator left, Evaluator right, Run run) {
        return switch (kind) {
            case EQUALS -> compare(left, right, true, sign -> sign == 0, run);
            case NOT_EQUALS -> compare(left, right, true, sign -> sign != 0, run);
            case LESS_THAN -> compare(left, right, false, sign -> sign < 0, run);
            case LESS_THAN_OR_EQUAL -> compare(left, right, false, sign -> sign <= 0, run);
            case GREATER_THAN -> compare(left, right, false, sign -> sign > 0, run);
            case GREATER_THAN_OR_EQUAL -> compare(left, right, false, sign -> sign >= 0, run);
            case IS_DISTINCT_FROM -> row -> ValueBoolean.get(run.compare(left.evaluate(row), right.evaluate(row)) != 0);
            case IS_NOT_DISTINCT_FROM ->
                row -> ValueBoolean.get(run.compare(left.evaluate(row), right.evaluate(row)) == 0);
            default -> throw new IllegalArgumentException("no comparison: " + kind);
        };
    }

    private static Evaluator compare(Evaluator left, Evaluator right, boolean equality, IntPredicate test, Run run) {
        return row -> {
            Value a = left.evaluate(row);
            return H2Values.isNull(a) ? a : compare(a, right.evaluate(row), equality, test, run);
        };
    }

    private static Value compare(Value a, Value b, boolean equality, IntPredicate test, Run run) {
        int sign = a.compareWithNull(b, equality, run.provider(), run.compareMode());
        return sign == Integer.MIN_VALUE ? ValueNull.INSTANCE : ValueBoolean.get(test.test(sign));
    }

    /** Compares two values; NULL when the result is not known. */
    static Value of(SqlKind kind, Value left, Value right, Run run) {
        return of(kind, row -> left, row -> right, run).evaluate(NO_ROW);
    }

    /** Returns whether two values are equal, NULL when that is not known. */
    static Value equal(Value a, Value b, Run run) {
        return compare(a, b, true, sign -> sign == 0, run);
    }
}
