package dev.nacre.calcite;

import dev.nacre.functions.BatchBounds;
import dev.nacre.functions.BatchCall;
import dev.nacre.functions.BatchResult;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.ScalarCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function in Java that takes a batch of rows. */
final class PeerBatch implements BatchCall {
    private final ScalarCall body;
    private final BatchBounds bounds;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    PeerBatch(ScalarCall body, int mostRows) {
        this.body = body;
        this.bounds = new BatchBounds(mostRows, 1 << 20);
    }

    @Override
    public void add(@Nullable Object... arguments) {
        rows.add(arguments);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean isFull() {
        return rows.size() >= bounds.rows();
    }

    @Override
    public BatchBounds bounds() {
        return bounds;
    }

    @Override
    public BatchResult run() {
        List<@Nullable Object[]> batch = List.copyOf(rows);
        rows.clear();
        List<@Nullable Object> values = new ArrayList<>();
        for (@Nullable Object[] row : batch) {
            try {
                values.add(body.call(row));
            } catch (FunctionException failure) {
                return new BatchResult(values, failure);
            }
        }
        return new BatchResult(values, null);
    }
}
