package dev.nacre.calcite.run;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;

/** The rows that meet conditions, each of which is computed for a batch of rows that the one before it left. */
final class BatchFiltered extends AbstractEnumerable<Value[]> {
    private final Enumerable<Value[]> input;
    private final Evaluator[] conditions;
    private final BatchMemory memory;

    BatchFiltered(Run run, Enumerable<Value[]> input, Evaluator... conditions) {
        this.input = input;
        this.conditions = conditions;
        this.memory = new BatchMemory(run);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new BatchForward(new BatchReader(memory, input.enumerator(), conditions)) {
            @Override
            int[] compute(RowBatch batch) {
                return passing(conditions, batch, batch.all());
            }

            @Override
            Value[] row(RowBatch batch, int row) {
                return batch.row(row);
            }
        };
    }

    /** Returns which of some rows meet all conditions. */
    static int[] passing(Evaluator[] conditions, RowBatch batch, int... rows) {
        int[] passing = rows;
        for (Evaluator condition : conditions) {
            Value[] column = condition.column(batch, passing);
            boolean[] met = new boolean[batch.size()];
            batch.each(passing, row -> met[row] = column[row].isTrue());
            passing = batch.select(passing, row -> met[row]);
        }
        return passing;
    }
}
