package dev.nacre.calcite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.JoinType;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rex.RexNode;
import org.h2.value.Value;

/** Joins rows: by hash where equalities between the sides allow it, by loops over the sides otherwise. */
final class Joining {
    private final Run run;
    private final Evaluators evaluators;

    Joining(Run run, Evaluators evaluators) {
        this.run = run;
        this.evaluators = evaluators;
    }

    Enumerable<Value[]> rows(Join join, Enumerable<Value[]> left, Enumerable<Value[]> right) {
        JoinSides sides = JoinSides.of(join, left, right);
        List<JoinKey> keys = new ArrayList<>();
        List<RexNode> rest = new ArrayList<>();
        for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
            JoinKey key = JoinKey.of(condition, sides.leftWidth(), run, evaluators);
            if (key == null) {
                rest.add(condition);
            } else {
                keys.add(key);
            }
        }
        boolean batchedKeys = keys.stream().anyMatch(key -> Evaluator.anyBatched(key.of(true), key.of(false)));
        return batchedKeys
                ? joined(sides.with(run, columns(keys, true), columns(keys, false)), inColumns(keys, sides), rest)
                : joined(sides, keys, rest);
    }

    private static Evaluator[] columns(List<JoinKey> keys, boolean ofLeft) {
        return keys.stream().map(key -> key.of(ofLeft)).toArray(Evaluator[]::new);
    }

    /** Returns keys whose values follow the columns of their side. */
    private static List<JoinKey> inColumns(List<JoinKey> keys, JoinSides sides) {
        return IntStream.range(0, keys.size())
                .mapToObj(index -> keys.get(index).in(sides.leftWidth() + index, sides.rightWidth() + index))
                .toList();
    }

    private Enumerable<Value[]> joined(JoinSides sides, List<JoinKey> keys, List<RexNode> rest) {
        Evaluator[] conditions = evaluators.all(rest);
        if (Evaluator.anyBatched(conditions)) {
            return new BatchJoined(run, sides, keys, conditions);
        }
        Predicate2<Value[], Value[]> predicate = predicate(sides, conditions);
        return Distinctness.anew(() -> keys.isEmpty() ? loops(sides, predicate) : hash(sides, keys, predicate));
    }

    /** Whoever stops reading pairs ends the reading of the right side, too. */
    private Enumerable<Value[]> loops(JoinSides sides, Predicate2<Value[], Value[]> predicate) {
        Recorded rights = new Recorded(run.kept(sides.right()));
        Enumerable<Value[]> pairs = EnumerableDefaults.nestedLoopJoin(
                sides.left(),
                rights,
                predicate,
                sides::pair,
                JoinType.valueOf(sides.type().name()));
        return Closing.with(pairs, rights::close);
    }

    private Enumerable<Value[]> hash(JoinSides sides, List<JoinKey> keys, Predicate2<Value[], Value[]> predicate) {
        return EnumerableDefaults.hashJoin(
                sides.left(),
                run.kept(sides.right()),
                row -> JoinKey.values(keys, row, true),
                row -> JoinKey.values(keys, row, false),
                sides::pair,
                null,
                sides.type().generatesNullsOnLeft(),
                sides.type().generatesNullsOnRight(),
                predicate);
    }

    private Predicate2<Value[], Value[]> predicate(JoinSides sides, Evaluator... conditions) {
        return (left, right) -> {
            run.scope().check();
            return Evaluator.allTrue(conditions, sides.pair(left, right));
        };
    }
}
