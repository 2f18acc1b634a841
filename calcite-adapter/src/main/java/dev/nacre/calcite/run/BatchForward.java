package dev.nacre.calcite.run;

import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Rows of batches, one by one: those before the row that fails are read before the failure is thrown. */
abstract class BatchForward extends Forward {
    private static final int[] NONE = {};

    private final BatchReader reader;
    private RowBatch batch = RowBatch.NONE;
    private int[] rows = NONE;
    private int next;

    BatchForward(BatchReader reader) {
        this.reader = reader;
    }

    /** Computes what is needed for a batch; returns which of its rows are to be read. */
    abstract int[] compute(RowBatch batch);

    /** Returns a row of the batch that was computed last. */
    abstract Value[] row(RowBatch batch, int row);

    @Override
    final Value @Nullable [] read() {
        while (next == rows.length) {
            batch.throwFailure();
            batch = reader.next();
            if (batch.size() == 0) {
                batch.throwFailure();
                return null;
            }
            rows = batch.before(compute(batch));
            reader.computed(batch);
            next = 0;
        }
        return row(batch, rows[next++]);
    }

    @Override
    public final void close() {
        reader.close();
    }
}
