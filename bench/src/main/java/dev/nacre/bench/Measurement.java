package dev.nacre.bench;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one contender needed for one workload.
 *
 * @param rows of the table
 * @param samples one for each counted run
 */
record Measurement(int rows, List<Sample> samples) {
    Measurement {
        samples = List.copyOf(samples);
    }

    /** Returns the median processor time of the query's thread, in nanoseconds for each row. */
    double threadNanosPerRow() {
        return median(Sample::threadNanos);
    }

    /** Returns the median processor time of the whole process, in nanoseconds for each row. */
    double processNanosPerRow() {
        return median(Sample::processNanos);
    }

    private double median(ToLongFunction<Sample> time) {
        return Median.of(samples.stream()
                        .map(sample -> (double) time.applyAsLong(sample))
                        .toList())
                / rows;
    }

    /** Returns how far the slowest run was from the fastest, as a part of the median. */
    double spread() {
        long[] sorted = samples.stream().mapToLong(Sample::threadNanos).sorted().toArray();
        return (sorted[sorted.length - 1] - sorted[0]) / (threadNanosPerRow() * rows);
    }
}
