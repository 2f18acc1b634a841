package dev.nacre.bench;

/**
 * How much is measured.
 *
 * @param rows of each table
 * @param warmups runs of each query that are not counted, before those that are
 * @param runs of each query that are counted
 */
public record BenchmarkOptions(int rows, int warmups, int runs) {
    /** Rows of each table when nobody says otherwise. */
    public static final int STANDARD_ROWS = 1_000_000;

    /** Runs that are not counted when nobody says otherwise: the compiler is done after two. */
    public static final int STANDARD_WARMUPS = 3;

    /** Runs that are counted when nobody says otherwise. */
    public static final int STANDARD_RUNS = 7;

    public BenchmarkOptions {
        atLeast("rows", 1, rows);
        atLeast("warmups", 0, warmups);
        atLeast("runs", 1, runs);
    }

    private static void atLeast(String name, int least, int found) {
        if (found < least) {
            throw new IllegalArgumentException(name + ": expected at least " + least + ", found " + found);
        }
    }
}
