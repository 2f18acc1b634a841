package dev.nacre.calcite.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.JoinType;
import org.apache.calcite.linq4j.function.Function2;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** Joins rows: by hash where equalities between the sides allow it, by loops over the sides otherwise. */
final class Joining {
    private final Run run;
    private final Evaluators evaluators;

    Joining(Run run, Evaluators evaluators) {
        this.run = run;
        this.evaluators = evaluators;
    }

    Enumerable<Value[]> rows(Join join, Enumerable<Value[]> left, Enumerable<Value[]> right) {
        int leftWidth = join.getLeft().getRowType().getFieldCount();
        int rightWidth = join.getRight().getRowType().getFieldCount();
        Function2<Value @Nullable [], Value @Nullable [], Value[]> pair =
                (l, r) -> concat(l == null ? nulls(leftWidth) : l, r == null ? nulls(rightWidth) : r);
        List<JoinKey> keys = new ArrayList<>();
        List<RexNode> rest = new ArrayList<>();
        for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
            JoinKey key = JoinKey.of(condition, leftWidth, run, evaluators);
            if (key == null) {
                rest.add(condition);
            } else {
                keys.add(key);
            }
        }
        Predicate2<Value[], Value[]> predicate = predicate(rest);
        return Distinctness.anew(() -> keys.isEmpty()
                ? EnumerableDefaults.nestedLoopJoin(
                        left,
                        buffered(run.kept(right)),
                        predicate,
                        pair,
                        JoinType.valueOf(join.getJoinType().name()))
                : hash(join.getJoinType(), left, run.kept(right), keys, predicate, pair));
    }

    private static Enumerable<Value[]> hash(
            JoinRelType type,
            Enumerable<Value[]> left,
            Enumerable<Value[]> right,
            List<JoinKey> keys,
            Predicate2<Value[], Value[]> predicate,
            Function2<Value @Nullable [], Value @Nullable [], Value[]> pair) {
        return EnumerableDefaults.hashJoin(
                left,
                right,
                row -> JoinKey.values(keys, row, true),
                row -> JoinKey.values(keys, row, false),
                pair,
                null,
                type.generatesNullsOnLeft(),
                type.generatesNullsOnRight(),
                predicate);
    }

    private Predicate2<Value[], Value[]> predicate(List<RexNode> conditions) {
        Evaluator[] evaluated = evaluators.all(conditions);
        return (left, right) -> {
            run.scope().check();
            Value[] row = concat(left, right);
            for (Evaluator condition : evaluated) {
                if (!condition.evaluate(row).isTrue()) {
                    return false;
                }
            }
            return true;
        };
    }

    /** The loop reads the right side again for each row of the left: H2 is asked once. */
    private static Enumerable<Value[]> buffered(Enumerable<Value[]> rows) {
        List<List<Value[]>> buffer = new ArrayList<>();
        return Distinctness.lazy(() -> {
            if (buffer.isEmpty()) {
                buffer.add(rows.toList());
            }
            return buffer.get(0);
        });
    }

    private static Value[] concat(Value[] left, Value[] right) {
        Value[] row = new Value[left.length + right.length];
        System.arraycopy(left, 0, row, 0, left.length);
        System.arraycopy(right, 0, row, left.length, right.length);
        return row;
    }

    private static Value[] nulls(int width) {
        Value[] row = new Value[width];
        Arrays.fill(row, ValueNull.INSTANCE);
        return row;
    }
}
