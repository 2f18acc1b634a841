package dev.nacre.functions;

import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;

/**
 * How large a batch may be.
 *
 * @param rows at most, one at least
 * @param bytes at most, where there are more rows than one; see {@link dev.nacre.functions.mapping.ValueSize}
 */
public record BatchBounds(int rows, long bytes) {
    /** Rows one by one. */
    public static final BatchBounds ONE = new BatchBounds(1, 1);

    /** Returns what NACRE.BATCH_ROWS and NACRE.BATCH_BYTES say. */
    static BatchBounds of(EffectiveSettings settings) {
        return new BatchBounds(
                (int) Math.max(1, settings.get(SqlSetting.BATCH_ROWS)), settings.get(SqlSetting.BATCH_BYTES));
    }

    /** Returns what suits both. */
    public BatchBounds or(BatchBounds other) {
        return new BatchBounds(Math.max(rows, other.rows), Math.max(bytes, other.bytes));
    }

    /** Returns whether no further row should come to a batch of so much; one always may. */
    public boolean areReached(int rowCount, long byteCount) {
        return rowCount > 0 && (rowCount >= rows || byteCount >= bytes);
    }
}
