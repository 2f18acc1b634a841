package dev.nacre.calcite.run;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;

/** Rows with other columns: those with calls for many rows at once are computed for a batch, the others as each row is read. */
final class BatchProjected extends AbstractEnumerable<Value[]> {
    private final Enumerable<Value[]> input;
    private final Evaluator[] columns;
    private final BatchMemory memory;

    BatchProjected(Run run, Enumerable<Value[]> input, Evaluator... columns) {
        this.input = input;
        this.columns = columns;
        this.memory = new BatchMemory(run);
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new BatchForward(new BatchReader(memory, input.enumerator(), columns)) {
            private final Value[][] computed = new Value[columns.length][];

            @Override
            int[] compute(RowBatch batch) {
                int[] all = batch.all();
                for (int index = 0; index < columns.length; index++) {
                    if (columns[index].isBatched()) {
                        computed[index] = columns[index].column(batch, all);
                    }
                }
                return all;
            }

            @Override
            Value[] row(RowBatch batch, int row) {
                Value[] values = new Value[columns.length];
                for (int index = 0; index < values.length; index++) {
                    values[index] =
                            columns[index].isBatched() ? computed[index][row] : columns[index].evaluate(batch.row(row));
                }
                return values;
            }
        };
    }
}
