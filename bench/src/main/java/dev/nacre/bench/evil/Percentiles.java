package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Times, sorted. */
public final class Percentiles {
    private final List<Duration> sorted;

    private Percentiles(List<Duration> sorted) {
        this.sorted = sorted;
    }

    /** Returns those of some times, in any order. */
    public static Percentiles of(Collection<Duration> times) {
        return new Percentiles(times.stream().sorted().toList());
    }

    /** Returns how many there are. */
    public int count() {
        return sorted.size();
    }

    /**
     * Returns the time that a part of them does not exceed, by the nearest rank; zero where there are none.
     *
     * @param percent above 0 and at most 100
     */
    public Duration at(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(rank, 1) - 1);
    }

    /** Returns the longest; zero where there are none. */
    public Duration most() {
        return at(100);
    }
}
