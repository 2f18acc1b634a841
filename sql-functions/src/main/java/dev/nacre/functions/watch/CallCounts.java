package dev.nacre.functions.watch;

/**
 * What became of the calls of one function.
 *
 * @param calls of the guest; a row whose NULL decides the result needs none
 * @param rows that the function was evaluated for
 * @param batches of rows that went into a call together
 * @param instances of the component that were made
 * @param guestNanos time in guest code and in what it called of the host; measured for some calls and scaled, see
 *     {@link SampledCalls}
 * @param marshalNanos time for converting arguments and results, measured likewise
 * @param traps calls that ended because the guest trapped, left, recursed without end or broke the canonical ABI
 * @param timeouts calls that ended because the time was up
 * @param peakMemory the most linear memory that an instance had, in bytes
 * @param lastError the message of the last call that failed; empty when none did
 */
public record CallCounts(
        long calls,
        long rows,
        long batches,
        long instances,
        long guestNanos,
        long marshalNanos,
        long traps,
        long timeouts,
        long peakMemory,
        String lastError) {
    private static final int LONGEST_ERROR = 1_000;

    /** Nothing was called. */
    public static final CallCounts NONE = new CallCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, "");

    /** Cuts an error that would fill the memory. */
    public CallCounts {
        lastError = lastError.length() <= LONGEST_ERROR ? lastError : lastError.substring(0, LONGEST_ERROR) + "...";
    }

    /** Returns the sum with what came later. */
    public CallCounts plus(CallCounts later) {
        return new CallCounts(
                calls + later.calls,
                rows + later.rows,
                batches + later.batches,
                instances + later.instances,
                guestNanos + later.guestNanos,
                marshalNanos + later.marshalNanos,
                traps + later.traps,
                timeouts + later.timeouts,
                Math.max(peakMemory, later.peakMemory),
                later.lastError.isEmpty() ? lastError : later.lastError);
    }
}
