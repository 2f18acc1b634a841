package dev.nacre.functions;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call answered for the rows of a batch.
 *
 * @param values one SQL result for each row, in their order, up to the first row that failed; null for NULL
 * @param failure of the row after those; null when no row failed
 */
public record BatchResult(
        List<@Nullable Object> values, @Nullable FunctionException failure) {
    public BatchResult {
        values = Collections.unmodifiableList(values);
    }
}
