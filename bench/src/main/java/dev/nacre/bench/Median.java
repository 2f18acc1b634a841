package dev.nacre.bench;

import java.util.List;

/** The middle of some numbers. */
public final class Median {
    private Median() {}

    /** Returns the mean of the two in the middle when there are two. */
    public static double of(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
