package dev.nacre.bench.safety;

import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What bounds cost one piece of work.
 *
 * @param title of the work
 * @param aim the most that they may cost, as a multiple
 * @param ratios with bounds to without, one for each round
 */
public record Cost(String title, double aim, List<Double> ratios) {
    private static final double CONFIDENCE = 0.95;

    public Cost {
        ratios = List.copyOf(ratios);
    }

    /** Returns the geometric mean of the rounds' ratios. */
    public double mean() {
        return Math.exp(logarithms().getMean());
    }

    /** Returns the least that the mean is, with 95 % confidence. */
    public double least() {
        return Math.exp(logarithms().getConfidenceIntervalAt(CONFIDENCE)[0]);
    }

    /** Returns the most that the mean is, with 95 % confidence. */
    public double most() {
        return Math.exp(logarithms().getConfidenceIntervalAt(CONFIDENCE)[1]);
    }

    /** Says whether the aim is met: yes, no, or that the rounds do not tell. */
    public String verdict() {
        if (most() <= aim) {
            return "met";
        }
        return least() > aim ? "missed" : "not clear";
    }

    private ListStatistics logarithms() {
        return new ListStatistics(ratios.stream().mapToDouble(Math::log).toArray());
    }
}
