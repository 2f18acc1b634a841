package dev.nacre.functions.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** About how many bytes SQL values have, to bound what is kept of them. */
public final class ValueSize {
    private static final int REFERENCE = 8;
    private static final int SMALL = 16;

    private ValueSize() {}

    /** Returns the size of the values of a row. */
    public static long of(@Nullable Object[] row) {
        long bytes = 0;
        for (Object value : row) {
            bytes += REFERENCE + of(value);
        }
        return bytes;
    }

    private static long of(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof byte[] array) {
            return SMALL + (long) array.length;
        }
        if (value instanceof String text) {
            return SMALL + 2L * text.length();
        }
        if (value instanceof List<?> list) {
            return SMALL + of(list.toArray());
        }
        return SMALL;
    }
}
