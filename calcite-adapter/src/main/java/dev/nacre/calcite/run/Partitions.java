package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.WasmProcessor;
import dev.nacre.functions.BatchBounds;
import dev.nacre.functions.ProcessorCall;
import dev.nacre.functions.mapping.ValueSize;
import dev.nacre.h2.ArgumentValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Cuts rows, which come partition after partition, into batches for a function. */
final class Partitions implements AutoCloseable {
    private final Run run;
    private final List<Integer> keys;
    private final ArgumentValues values;
    private final boolean[] ofType;
    private final Enumerator<Value[]> input;
    private final boolean whole;
    private final BatchBounds bounds;
    private final BatchMemory memory;
    /** The first row that no batch has yet. */
    private Value @Nullable [] ahead;
    /** A row of the current partition. */
    private Value @Nullable [] current;

    private @Nullable RuntimeException failure;
    private boolean begun;
    private boolean ended;

    Partitions(Run run, WasmProcessor node, ProcessorCall call, Enumerator<Value[]> input) {
        this.run = run;
        this.memory = new BatchMemory(run);
        this.keys = node.partition();
        this.values = ArgumentValues.ofRows(node.call().function(), node.columnTypes(), run.provider());
        this.ofType = new boolean[values.count()];
        List<RelDataTypeField> columns = node.getInput().getRowType().getFieldList();
        for (int index = 0; index < ofType.length; index++) {
            ofType[index] =
                    values.takesAll(index, H2Type.info(columns.get(index).getType()));
        }
        this.input = input;
        this.whole = !keys.isEmpty() && call.takesWholePartitions();
        this.bounds = whole ? new BatchBounds(Integer.MAX_VALUE, Long.MAX_VALUE) : call.bounds();
    }

    /** Moves to the next partition. Without keys there is one, even without rows. */
    boolean next() {
        boolean first = !begun;
        begun = true;
        if (keys.isEmpty()) {
            return first;
        }
        current = ahead();
        return current != null;
    }

    /**
     * Returns more rows of the current partition, none at its end. What fails behind some rows fails after them, unless only
     * all rows of a partition may be passed.
     *
     * @throws dev.nacre.functions.FunctionException when the statement has no memory for them
     */
    List<@Nullable Object[]> nextBatch() {
        RuntimeException late = failure;
        if (late != null) {
            failure = null;
            throw late;
        }
        List<@Nullable Object[]> batch = new ArrayList<>();
        try {
            fill(batch);
        } catch (RuntimeException broken) {
            if (batch.isEmpty() || whole) {
                throw broken;
            }
            failure = broken;
        }
        return batch;
    }

    private void fill(List<@Nullable Object[]> batch) {
        long bytes = 0;
        while (!bounds.areReached(batch.size(), bytes)) {
            Value[] row = ahead();
            if (row == null || !isOfCurrent(row)) {
                return;
            }
            ahead = null;
            @Nullable Object[] taken = read(row);
            bytes += ValueSize.of(taken);
            memory.hold(bytes);
            batch.add(taken);
        }
    }

    private @Nullable Object[] read(Value[] row) {
        @Nullable Object[] taken = new Object[ofType.length];
        for (int index = 0; index < taken.length; index++) {
            taken[index] = values.read(index, row[index], ofType[index]);
        }
        return taken;
    }

    private Value @Nullable [] ahead() {
        if (ahead == null && !ended) {
            if (input.moveNext()) {
                ahead = input.current();
            } else {
                ended = true;
            }
        }
        return ahead;
    }

    private boolean isOfCurrent(Value[] row) {
        Value[] partition = current;
        for (int key : keys) {
            if (partition == null || run.compare(partition[key], row[key]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        input.close();
    }
}
