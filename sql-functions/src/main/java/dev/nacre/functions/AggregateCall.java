package dev.nacre.functions;

import org.jspecify.annotations.Nullable;

/** An aggregate ready to be used inside one {@link QueryScope}. One thread at a time, that of the scope. */
public interface AggregateCall {
    /** Returns whether rows can be taken back, as a sliding window does. */
    boolean canRemove();

    /** Returns whether one state can take the rows of another. */
    boolean canMerge();

    /**
     * Begins a group.
     *
     * @param constants the last SQL parameters
     * @throws FunctionException for values that do not fit, a NULL where the guest takes none, the guest's errors, traps and
     *     limits
     */
    State open(@Nullable Object... constants);

    /** What is known of the rows of one group. */
    interface State extends AutoCloseable {
        /**
         * Takes a row, the first SQL parameters. One with a NULL that the guest does not take is left out.
         *
         * @throws FunctionException for values that do not fit, the guest's errors, traps and limits
         */
        void add(@Nullable Object... row);

        /** Takes back a row that was added; of those that are still there the one that was added first. */
        void remove(@Nullable Object... row);

        /** Takes the rows of another state of the same call, which stays as it is. */
        void merge(State other);

        /** Returns the value of the rows so far; null for NULL. May be called again after further rows. */
        @Nullable
        Object finish();

        /** Lets go of the guest's resource. Closing again does nothing. */
        @Override
        void close();
    }
}
