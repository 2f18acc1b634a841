package dev.nacre.calcite.run;

import dev.nacre.h2.H2Values;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlKind;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;

/** IS [NOT] NULL, TRUE and FALSE: never NULL themselves. */
final class Tests {
    private Tests() {}

    static Evaluator of(SqlKind kind, Evaluator operand) {
        Predicate<Value> test = switch (kind) {
            case IS_NULL -> value -> H2Values.isNull(value);
            case IS_NOT_NULL -> value -> !H2Values.isNull(value);
            case IS_TRUE -> Value::isTrue;
            case IS_NOT_TRUE -> value -> !value.isTrue();
            case IS_FALSE -> Value::isFalse;
            case IS_NOT_FALSE -> value -> !value.isFalse();
            default -> throw new IllegalArgumentException("no test: " + kind);
        };
        return row -> ValueBoolean.get(test.test(operand.evaluate(row)));
    }
}
