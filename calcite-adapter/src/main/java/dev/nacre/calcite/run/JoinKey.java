package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.h2.H2Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.h2.value.CompareMode;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** An equality between an expression over the left side of a join and one over the right, of types that can be hashed. */
final class JoinKey {
    private final Evaluator left;
    private final Evaluator right;
    private final Function<Value, Object> hashed;

    private JoinKey(Evaluator left, Evaluator right, Function<Value, Object> hashed) {
        this.left = left;
        this.right = right;
        this.hashed = hashed;
    }

    /** Returns the key that a condition is, null when it is none. */
    static @Nullable JoinKey of(RexNode condition, int leftWidth, Run run, Evaluators evaluators) {
        if (condition.getKind() != SqlKind.EQUALS) {
            return null;
        }
        RexNode first = ((RexCall) condition).getOperands().get(0);
        RexNode second = ((RexCall) condition).getOperands().get(1);
        Function<Value, Object> hashed = hashed(first, second, run);
        if (hashed == null) {
            return null;
        }
        int firstSide = side(first, leftWidth);
        int secondSide = side(second, leftWidth);
        if (firstSide * secondSide >= 0) {
            return null;
        }
        RexNode onLeft = firstSide < 0 ? first : second;
        RexNode onRight = firstSide < 0 ? second : first;
        return new JoinKey(evaluators.one(onLeft), evaluators.one(RexUtil.shift(onRight, -leftWidth)), hashed);
    }

    /** Returns the same key where its values stand in columns of both sides. */
    JoinKey in(int leftColumn, int rightColumn) {
        return new JoinKey(row -> row[leftColumn], row -> row[rightColumn], hashed);
    }

    /** Returns what computes the key of a row of one side. */
    Evaluator of(boolean ofLeft) {
        return ofLeft ? left : right;
    }

    /** Returns -1 for the left side, 1 for the right, 0 for both or none. */
    private static int side(RexNode expression, int leftWidth) {
        ImmutableBitSet columns = RelOptUtil.InputFinder.bits(expression);
        if (columns.isEmpty()) {
            return 0;
        }
        return columns.nth(columns.cardinality() - 1) < leftWidth ? -1 : columns.nth(0) >= leftWidth ? 1 : 0;
    }

    /** Returns what to hash so that equal means equal as H2 compares, null when there is no such thing. */
    private static @Nullable Function<Value, Object> hashed(RexNode first, RexNode second, Run run) {
        TypeInfo a = H2Type.info(first.getType());
        TypeInfo b = H2Type.info(second.getType());
        if (isInteger(a) && isInteger(b)) {
            return Value::getLong;
        }
        if (a.getValueType() != b.getValueType()) {
            return null;
        }
        return switch (a.getValueType()) {
            case Value.BOOLEAN,
                    Value.REAL,
                    Value.DOUBLE,
                    Value.DATE,
                    Value.TIME,
                    Value.TIMESTAMP,
                    Value.UUID,
                    Value.VARBINARY -> value -> value;
            case Value.VARCHAR -> run.compareMode().equals(CompareMode.getInstance(null, 0)) ? value -> value : null;
            default -> null;
        };
    }

    private static boolean isInteger(TypeInfo type) {
        int valueType = type.getValueType();
        return valueType >= Value.TINYINT && valueType <= Value.BIGINT;
    }

    /** Returns the hashed keys of a row; null, which equals nothing, when one is NULL. */
    static @Nullable List<Object> values(List<JoinKey> keys, Value[] row, boolean left) {
        List<Object> values = new ArrayList<>(keys.size());
        for (JoinKey key : keys) {
            Value value = key.of(left).evaluate(row);
            if (H2Values.isNull(value)) {
                return null;
            }
            values.add(key.hashed.apply(value));
        }
        return values;
    }
}
