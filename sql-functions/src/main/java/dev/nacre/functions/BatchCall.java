package dev.nacre.functions;

import org.jspecify.annotations.Nullable;

/**
 * A vectorized function ready to be called inside one {@link QueryScope}: rows are added until there are enough, then one call
 * of the guest answers for all of them. One thread at a time, that of the scope.
 */
public interface BatchCall {
    /**
     * Adds a row, with SQL values in the classes of {@link SqlKind#javaClass()}, already of the parameters' types.
     *
     * @throws FunctionException for values that do not fit; the rows before stay added
     */
    void add(@Nullable Object... arguments);

    /** Returns how many rows were added since the last {@link #run}. */
    int size();

    /** Returns whether the batch has as many bytes as it may, so that no further row should come. */
    boolean isFull();

    /** Returns how large a batch may be. */
    BatchBounds bounds();

    /**
     * Calls the guest for the rows that were added, those left out whose NULL decides their result; the batch is empty after
     * it.
     *
     * @return one SQL result for each, in their order, up to the first row that failed by itself
     * @throws FunctionException for the guest's errors about the call, traps and limits, and with
     *     {@link FunctionErrorCode#BROKEN_CONTRACT} for another number of results
     */
    BatchResult run();
}
