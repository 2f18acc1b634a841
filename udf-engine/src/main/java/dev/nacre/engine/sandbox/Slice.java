package dev.nacre.engine.sandbox;

/**
 * How many units a meter hands out at once: so few that they never take long, so many that asking the clock costs next to
 * nothing. Mutable, used by the meter's thread alone.
 */
final class Slice {
    /** Fewer would make the clock the main cost of slow units. */
    private static final int LEAST = 16;

    /** At a nanosecond a unit, the fastest there are, asking the clock is half a percent of this many. */
    private static final int MOST = 8192;

    private static final long TOO_SHORT_NANOS = 200_000;
    private static final long TOO_LONG_NANOS = 1_000_000;

    private int units = 64;
    private long since;

    Slice(long now) {
        since = now;
    }

    /** Returns how many units to hand out now, judged by how long the ones before took. */
    int next(long now) {
        long took = now - since;
        since = now;
        if (took > TOO_LONG_NANOS) {
            units = Math.max(LEAST, units / 4);
        } else if (took < TOO_SHORT_NANOS) {
            units = Math.min(MOST, units * 2);
        }
        return units;
    }
}
