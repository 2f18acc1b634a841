package dev.nacre.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table function over a table, ready to be called inside one {@link QueryScope}. One thread at a time, that of the scope. */
public interface ProcessorCall {
    /**
     * Begins a partition.
     *
     * @param arguments those beside the table, in order
     * @return one that gives no rows where a NULL decides the call
     * @throws FunctionException for values that do not fit, the guest's errors, traps and limits
     */
    Processor open(@Nullable Object... arguments);

    /** Returns how large a batch may be. */
    BatchBounds bounds();

    /**
     * Returns whether a partition of some is passed in one call of {@link Processor#process}, since the function remembers
     * nothing from one call to the next.
     */
    boolean takesWholePartitions();

    /** What works on the rows of one partition. */
    interface Processor extends AutoCloseable {
        /** Returns whether it has any use for rows; without one it gives none, and so does every other with the same arguments. */
        default boolean takesRows() {
            return true;
        }

        /**
         * Takes rows, in their order, and gives those that are ready. Values are SQL values in the classes of
         * {@link SqlKind#javaClass()}.
         *
         * @param rows at least one
         * @throws FunctionException for values that do not fit, the guest's errors, traps and limits
         */
        List<@Nullable Object[]> process(List<@Nullable Object[]> rows);

        /** Gives the last rows; called once, after all rows were taken. */
        List<@Nullable Object[]> finish();

        /** Lets go of the guest's resource, if there is one. Closing again does nothing. */
        @Override
        void close();
    }
}
