package dev.nacre.functions.watch;

/**
 * Which calls of a statement are timed: the first ones all, of the others one in so many, which stands for those between.
 * Mutable, used by one thread at a time.
 *
 * <p>Two looks at the clock cost as much as a call of a cheap function, so that timing each would double what it measures.
 */
public final class SampledCalls {
    /** So many calls are timed one by one: what is called seldom is measured exactly. */
    public static final int ALL_OF_FIRST = 16;

    /** Of later calls, one in so many is timed. A power of two. */
    public static final int ONE_OF = 256;

    private long calls;
    private long guestNanos;
    private long marshalNanos;

    /** Counts a call; returns whether it is to be timed. */
    public boolean next() {
        long number = ++calls;
        return number <= ALL_OF_FIRST || (number & (ONE_OF - 1)) == 0;
    }

    /** Takes the times of the call that was counted last. */
    public void add(long inGuest, long inMarshalling) {
        long weight = calls <= ALL_OF_FIRST ? 1 : ONE_OF;
        guestNanos += weight * Math.max(0, inGuest);
        marshalNanos += weight * Math.max(0, inMarshalling);
    }

    /** Returns how many calls were counted. */
    public long calls() {
        return calls;
    }

    /** Returns the time that all calls spent in guest code, as far as the timed ones tell. */
    public long guestNanos() {
        return guestNanos;
    }

    /** Returns the time that all calls spent converting values, as far as the timed ones tell. */
    public long marshalNanos() {
        return marshalNanos;
    }
}
