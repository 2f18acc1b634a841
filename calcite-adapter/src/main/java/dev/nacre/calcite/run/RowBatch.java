package dev.nacre.calcite.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are computed together, up to the first that fails: what comes before it is as good as if each row had been computed
 * by itself.
 */
final class RowBatch {
    /** No rows. */
    static final RowBatch NONE = new RowBatch(List.of(), null);

    private final List<Value[]> rows;
    private final Map<Object, Value[]> shared = new HashMap<>();
    private int end;
    private long bytes;
    private @Nullable RuntimeException failure;

    /** @param failure why there are no more rows; null when nothing failed */
    RowBatch(List<Value[]> rows, @Nullable RuntimeException failure) {
        this.rows = rows;
        this.end = rows.size();
        this.failure = failure;
    }

    Value[] row(int index) {
        return rows.get(index);
    }

    /** Returns how many rows there were before any failed. */
    int size() {
        return rows.size();
    }

    /** Counts memory that the batch takes. */
    void add(long more) {
        bytes += more;
    }

    /** Returns about how many bytes its rows have, with what was computed for them. */
    long bytes() {
        return bytes;
    }

    /** Returns the column that everybody with an equal key computes together; null where nobody has yet. */
    Value[] shared(Object key) {
        return shared.computeIfAbsent(key, none -> new Value[size()]);
    }

    /** Returns how many rows there are before the first that failed. */
    int end() {
        return end;
    }

    /** Returns all rows before the end. */
    int[] all() {
        return IntStream.range(0, end).toArray();
    }

    /** Ends the batch before a row; an earlier end stays. */
    void fail(int row, RuntimeException reason) {
        if (row < end) {
            end = row;
            failure = reason;
        }
    }

    /** Throws what the row at the end failed with, if it did. */
    void throwFailure() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw reason;
        }
    }

    /** Does something for each of some rows, up to the first for which it fails. */
    void each(int[] selected, IntConsumer action) {
        for (int row : selected) {
            if (row >= end) {
                break;
            }
            try {
                action.accept(row);
            } catch (RuntimeException reason) {
                fail(row, reason);
            }
        }
    }

    /** Returns a value for each of some rows, in their places, up to the first for which there is none. */
    Value[] column(int[] selected, IntFunction<Value> values) {
        Value[] column = new Value[size()];
        each(selected, row -> column[row] = values.apply(row));
        return column;
    }

    /** Returns those of some rows that are before the end. */
    int[] before(int... selected) {
        return select(selected, row -> true);
    }

    /** Returns those of some rows before the end that meet a condition. */
    int[] select(int[] selected, IntPredicate condition) {
        return IntStream.of(selected)
                .filter(row -> row < end && condition.test(row))
                .toArray();
    }
}
