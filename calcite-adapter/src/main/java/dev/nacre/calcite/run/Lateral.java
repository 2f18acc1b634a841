package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.LateralJoin;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.core.JoinRelType;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Joins each row with what the other side gives for it. Nothing is kept. */
final class Lateral extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final LateralJoin join;
    private final Enumerable<Value[]> left;
    private final Enumerable<Value[]> right;
    private final Evaluator condition;
    private final JoinSides sides;

    Lateral(Run run, LateralJoin join, Enumerable<Value[]> left, Enumerable<Value[]> right, Evaluator condition) {
        this.run = run;
        this.join = join;
        this.left = left;
        this.right = right;
        this.condition = condition;
        this.sides = new JoinSides(
                join.keepsLeft() ? JoinRelType.LEFT : JoinRelType.INNER,
                left,
                right,
                join.getLeft().getRowType().getFieldCount(),
                join.getRight().getRowType().getFieldCount());
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new Pairs(left.enumerator());
    }

    private final class Pairs extends Forward {
        private final Enumerator<Value[]> lefts;
        private @Nullable Enumerator<Value[]> rights;
        private boolean alone;

        Pairs(Enumerator<Value[]> lefts) {
            this.lefts = lefts;
        }

        @Override
        Value @Nullable [] read() {
            while (true) {
                Value[] pair = pair();
                if (pair != null) {
                    return pair;
                }
                run.scope().check();
                if (!lefts.moveNext()) {
                    return null;
                }
                open(lefts.current());
            }
        }

        private void open(Value[] row) {
            join.variables().forEach(variable -> run.parameter(variable.ordinal(), row[variable.column()]));
            alone = join.keepsLeft();
            rights = right.enumerator();
        }

        /** Returns the current left row's next pair; null when it has no more. */
        private Value @Nullable [] pair() {
            Enumerator<Value[]> open = rights;
            if (open == null) {
                return null;
            }
            while (open.moveNext()) {
                run.scope().check();
                Value[] pair = sides.pair(lefts.current(), open.current());
                if (condition.evaluate(pair).isTrue()) {
                    alone = false;
                    return pair;
                }
            }
            closeRights();
            return alone ? sides.pair(lefts.current(), null) : null;
        }

        private void closeRights() {
            Enumerator<Value[]> open = rights;
            rights = null;
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void close() {
            try {
                closeRights();
            } finally {
                lefts.close();
            }
        }
    }
}
