package dev.nacre.functions;

/**
 * Says before which rows to look at the clock, because looking takes longer than computing a number: before every one where rows
 * are slow, and before few where they are not. Mutable, used by one thread at a time.
 */
final class RowClock {
    /** So many slow rows at most go by unnoticed behind fast ones. */
    static final int MOST_ROWS = 16;

    private static final long SLOW_NANOS = 1_000_000;

    private long since;
    private int rows = 1;
    private int left = 1;

    RowClock(long now) {
        this.since = now;
    }

    /** Counts a row; returns whether it is one to look before. */
    boolean isDue() {
        return --left <= 0;
    }

    /** Notes when somebody looked. */
    void looked(long now) {
        rows = now - since > SLOW_NANOS ? 1 : Math.min(MOST_ROWS, 2 * rows);
        since = now;
        left = rows;
    }
}
