package dev.nacre.calcite.run;

import java.util.BitSet;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;

/** A join whose conditions call functions for many rows at once: pairs of rows are tried in batches. */
final class BatchJoined extends AbstractEnumerable<Value[]> {
    private final Run run;
    private final JoinSides sides;
    private final List<JoinKey> keys;
    private final Evaluator[] conditions;
    private final BatchMemory memory;

    /** @param keys equalities that a pair of rows has to meet before any condition is evaluated for it */
    BatchJoined(Run run, JoinSides sides, List<JoinKey> keys, Evaluator... conditions) {
        this.run = run;
        this.sides = sides;
        this.keys = keys;
        this.conditions = conditions;
        this.memory = new BatchMemory(run);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new Passing(new BatchReader(memory, new JoinCandidates(run, sides, keys), conditions));
    }

    /** The pairs that meet all conditions, and the rows of outer joins with which no pair does. */
    private final class Passing extends BatchForward {
        private final BitSet rightsMet = new BitSet();
        private boolean leftMet;

        Passing(BatchReader reader) {
            super(reader);
        }

        @Override
        int[] compute(RowBatch batch) {
            int[] pairs = batch.select(batch.all(), row -> JoinCandidates.isPair(batch.row(row)));
            BitSet passing = new BitSet();
            for (int row : BatchFiltered.passing(conditions, batch, pairs)) {
                passing.set(row);
            }
            return batch.select(batch.all(), row -> isWanted(batch.row(row), passing.get(row)));
        }

        /** Asked for all candidates in their order: a row alone comes after all pairs with it. */
        private boolean isWanted(Value[] candidate, boolean passes) {
            if (JoinCandidates.isPair(candidate)) {
                if (passes) {
                    leftMet = true;
                    rightsMet.set(JoinCandidates.right(candidate));
                }
                return passes;
            }
            if (JoinCandidates.isLeft(candidate)) {
                boolean alone = !leftMet;
                leftMet = false;
                return alone;
            }
            return !rightsMet.get(JoinCandidates.right(candidate));
        }

        @Override
        Value[] row(RowBatch batch, int row) {
            return JoinCandidates.row(batch.row(row));
        }
    }
}
