package dev.nacre.functions;

import dev.nacre.engine.ErrorCode;
import dev.nacre.functions.mapping.BatchMarshaller;
import dev.nacre.functions.mapping.ValueSize;
import dev.nacre.functions.shape.RoutineShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls a list-shaped export of a guest with batches of rows; as a scalar call with one. */
final class GuestBatchCall implements BatchCall, ScalarCall {
    private final GuestRoutine routine;
    private final GuestExport export;
    private final BatchMarshaller marshaller;
    private final BatchBounds bounds;
    private final BitSet asked = new BitSet();
    private List<@Nullable Object[]> rows = new ArrayList<>();
    private int size;
    private long bytes;

    GuestBatchCall(GuestRoutine routine, RoutineShape.PerBatch shape, BatchBounds bounds) {
        this.routine = routine;
        this.export = routine.export(shape.function());
        this.marshaller = shape.marshaller();
        this.bounds = bounds;
    }

    @Override
    public void add(@Nullable Object... arguments) {
        if (!marshaller.isNullWithoutCall(arguments)) {
            rows.add(marshaller.toGuest(arguments));
            asked.set(size);
            bytes += ValueSize.of(arguments);
        }
        size++;
        routine.rows(1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isFull() {
        return bounds.areReached(size, bytes);
    }

    @Override
    public BatchBounds bounds() {
        return bounds;
    }

    @Override
    public BatchResult run() {
        List<@Nullable Object[]> batch = rows;
        int count = size;
        BitSet places = (BitSet) asked.clone();
        clear();
        BatchResult answers = batch.isEmpty() ? new BatchResult(List.of(), null) : call(batch);
        int answered = answers.values().size();
        List<@Nullable Object> results = new ArrayList<>(count);
        int next = 0;
        for (int row = 0; row < count && (!places.get(row) || next < answered); row++) {
            results.add(places.get(row) ? answers.values().get(next++) : null);
        }
        return new BatchResult(results, answers.failure());
    }

    /** A text that is no Unicode is found before the guest runs: then the rows before it are asked for without it. */
    private BatchResult call(List<@Nullable Object[]> batch) {
        try {
            return called(batch);
        } catch (FunctionException failure) {
            if (failure.number() != ErrorCode.NOT_UNICODE.number()) {
                throw failure;
            }
            return batch.size() == 1 ? new BatchResult(List.of(), failure) : halved(batch);
        }
    }

    private BatchResult halved(List<@Nullable Object[]> batch) {
        int half = batch.size() / 2;
        BatchResult first = call(batch.subList(0, half));
        if (first.failure() != null) {
            return first;
        }
        BatchResult second = call(batch.subList(half, batch.size()));
        List<@Nullable Object> values = new ArrayList<>(first.values());
        values.addAll(second.values());
        return new BatchResult(values, second.failure());
    }

    private BatchResult called(List<@Nullable Object[]> batch) {
        routine.batch();
        BatchResult answers =
                routine.get(() -> marshaller.results(export.call(marshaller.columns(batch)), batch.size()));
        FunctionException failure = answers.failure();
        if (failure != null) {
            routine.remembered(failure);
        }
        return answers;
    }

    private void clear() {
        rows = new ArrayList<>();
        asked.clear();
        size = 0;
        bytes = 0;
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        add(arguments);
        BatchResult result = run();
        FunctionException failure = result.failure();
        if (failure != null) {
            throw failure;
        }
        return result.values().get(0);
    }
}
