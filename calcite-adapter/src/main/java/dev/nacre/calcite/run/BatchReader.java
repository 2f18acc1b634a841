package dev.nacre.calcite.run;

import dev.nacre.functions.BatchBounds;
import dev.nacre.h2.H2Values;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Reads rows in batches: few at first, so that a limit stays cheap, then twice as many each time. */
final class BatchReader {
    private static final int FIRST_ROWS = 16;

    private final Enumerator<Value[]> rows;
    private final BatchMemory memory;
    private final Evaluator[] evaluators;
    private BatchBounds bounds = BatchBounds.ONE;
    /** How many rows the next batch has at most; zero before the first row. */
    private int nextRows;

    private boolean ended;

    /** @param evaluators what will be computed for the rows */
    BatchReader(BatchMemory memory, Enumerator<Value[]> rows, Evaluator... evaluators) {
        this.rows = rows;
        this.memory = memory;
        this.evaluators = evaluators;
    }

    /** Returns the next rows; an empty batch after the last. A failure to read ends the batch. */
    RowBatch next() {
        List<Value[]> rowsOfBatch = new ArrayList<>();
        RuntimeException failure = null;
        long bytes = 0;
        while (!ended && failure == null && hasRoom(rowsOfBatch.size(), bytes)) {
            try {
                Value[] row = read();
                if (row != null) {
                    bytes += H2Values.bytes(row);
                    rowsOfBatch.add(row);
                    start();
                }
            } catch (RuntimeException reason) {
                failure = reason;
            }
        }
        RowBatch batch = new RowBatch(rowsOfBatch, failure);
        batch.add(bytes);
        return batch;
    }

    private boolean hasRoom(int size, long bytes) {
        return size == 0 || (size < nextRows && bytes < bounds.bytes());
    }

    /**
     * Takes a batch whose columns are computed: the next has twice as many rows, but not so many that they would take more
     * bytes than a batch may, at the rate of this one.
     *
     * @throws dev.nacre.functions.FunctionException when the statement has no memory for it
     */
    void computed(RowBatch batch) {
        memory.hold(batch.bytes());
        long fitting = Math.max(1, batch.size() * bounds.bytes() / Math.max(1, batch.bytes()));
        nextRows = (int) Math.min(Math.min(2L * nextRows, bounds.rows()), fitting);
    }

    /** The functions are asked for their batches only when there is a row for them. */
    private void start() {
        if (nextRows == 0) {
            bounds = Evaluator.boundsOf(evaluators);
            nextRows = Math.min(FIRST_ROWS, bounds.rows());
        }
    }

    private Value @Nullable [] read() {
        if (rows.moveNext()) {
            return rows.current();
        }
        ended = true;
        return null;
    }

    void close() {
        rows.close();
    }
}
