package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.calcite.sql.SqlKind;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** Comparisons by H2's own: of values of different types, NaN, strings of fixed length, collations. */
final class Comparisons {
    private static final Value[] NO_ROW = {};
    private static final Set<SqlKind> ORDERED = EnumSet.of(
            SqlKind.EQUALS,
            SqlKind.NOT_EQUALS,
            SqlKind.LESS_THAN,
            SqlKind.LESS_THAN_OR_EQUAL,
            SqlKind.GREATER_THAN,
            SqlKind.GREATER_THAN_OR_EQUAL);

    private Comparisons() {}

    static Evaluator of(SqlKind kind, Evaluator left, Evaluator right, Run run) {
        return switch (kind) {
            case IS_DISTINCT_FROM -> row -> ValueBoolean.get(run.compare(left.evaluate(row), right.evaluate(row)) != 0);
            case IS_NOT_DISTINCT_FROM ->
                row -> ValueBoolean.get(run.compare(left.evaluate(row), right.evaluate(row)) == 0);
            default -> compare(left, right, isEquality(kind), test(kind), run);
        };
    }

    private static boolean isEquality(SqlKind kind) {
        return kind == SqlKind.EQUALS || kind == SqlKind.NOT_EQUALS;
    }

    private static IntPredicate test(SqlKind kind) {
        return switch (kind) {
            case EQUALS -> sign -> sign == 0;
            case NOT_EQUALS -> sign -> sign != 0;
            case LESS_THAN -> sign -> sign < 0;
            case LESS_THAN_OR_EQUAL -> sign -> sign <= 0;
            case GREATER_THAN -> sign -> sign > 0;
            case GREATER_THAN_OR_EQUAL -> sign -> sign >= 0;
            default -> throw new IllegalArgumentException("no comparison: " + kind);
        };
    }

    /** Returns a comparison that leaves its second operand alone when the first is NULL; null for anything else. */
    static @Nullable Steps steps(SqlKind kind, Run run) {
        if (!ORDERED.contains(kind)) {
            return null;
        }
        boolean equality = isEquality(kind);
        IntPredicate test = test(kind);
        return (state, operand, value) -> {
            if (operand == 0) {
                state.first = value;
                return H2Values.isNull(value) ? Steps.DONE : 1;
            }
            state.result = compare(state.first, value, equality, test, run);
            return Steps.DONE;
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
