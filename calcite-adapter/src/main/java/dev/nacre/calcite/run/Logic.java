package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import org.apache.calcite.sql.SqlKind;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;

/** AND, OR and NOT with three values, from left to right, no further than needed. */
final class Logic {
    private Logic() {}

    static Evaluator of(SqlKind kind, Evaluator... operands) {
        return switch (kind) {
            case AND -> row -> until(false, operands, row);
            case OR -> row -> until(true, operands, row);
            default -> row -> not(operands[0].evaluate(row));
        };
    }

    private static Value until(boolean decisive, Evaluator[] operands, Value[] row) {
        Value result = ValueBoolean.get(!decisive);
        for (Evaluator operand : operands) {
            Value value = operand.evaluate(row);
            if (H2Values.isNull(value)) {
                result = value;
            } else if (value.getBoolean() == decisive) {
                return ValueBoolean.get(decisive);
            }
        }
        return result;
    }

    private static Value not(Value value) {
        return H2Values.isNull(value) ? value : ValueBoolean.get(!value.getBoolean());
    }
}
