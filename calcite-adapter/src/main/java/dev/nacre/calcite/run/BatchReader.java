package dev.nacre.calcite.run;

import dev.nacre.functions.settings.SqlSetting;
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
    private final long mostBytes;
    private final Evaluator[] evaluators;
    /** How many rows the next batch has at most; zero before the first row. */
    private int nextRows;

    private int mostRows;
    private boolean ended;

    /** @param evaluators what will be computed for the rows */
    BatchReader(Run run, BatchMemory memory, Enumerator<Value[]> rows, Evaluator... evaluators) {
        this.rows = rows;
        this.memory = memory;
        this.mostBytes = run.scope().settings().get(SqlSetting.BATCH_BYTES);
        this.evaluators = evaluators;
    }

    /** Returns the next rows; an empty batch after the last. A failure to read ends the batch. */
    RowBatch next() {
        List<Value[]> batch = new ArrayList<>();
        RuntimeException failure = null;
        long bytes = 0;
        while (!ended && failure == null && (batch.isEmpty() || batch.size() < nextRows) && bytes < mostBytes) {
            try {
                Value[] row = read();
                if (row != null) {
                    bytes += H2Values.bytes(row);
                    batch.add(row);
                    start();
                }
            } catch (RuntimeException reason) {
                failure = reason;
            }
        }
        memory.hold(bytes);
        nextRows = Math.min(2 * nextRows, mostRows);
        return new RowBatch(batch, failure);
    }

    /** The functions are asked for their batches only when there is a row for them. */
    private void start() {
        if (mostRows == 0) {
            mostRows = Columnwise.mostRows(evaluators);
            nextRows = Math.min(FIRST_ROWS, mostRows);
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
