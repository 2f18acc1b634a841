package dev.nacre.bench.engine;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How much of the engine is measured, and how long. An immutable value.
 *
 * @param rounds how often everything is measured, each time in JVMs of its own; 0 for once in this JVM, to see that it runs
 * @param warmups iterations that are not counted, before those that are
 * @param iterations that are counted
 * @param iteration the length of one
 * @param collector of the JVMs: {@code Serial}, {@code G1}, {@code Parallel}
 * @param only a regular expression for a part of the names, such as {@code StringCall}; empty for all
 */
public record EngineOptions(
        int rounds, int warmups, int iterations, Duration iteration, String collector, String only) {
    /** Rounds when nobody says otherwise. */
    public static final int STANDARD_ROUNDS = 5;

    /** The collector when nobody says otherwise: that of {@code ./nacre}. */
    public static final String STANDARD_COLLECTOR = "Serial";

    public EngineOptions {
        if (rounds < 0) {
            throw new IllegalArgumentException("rounds: expected at least 0, found " + rounds);
        }
        if (!collector.matches("Serial|G1|Parallel")) {
            throw new IllegalArgumentException("collector: expected Serial, G1 or Parallel, found '" + collector + "'");
        }
        try {
            Pattern.compile(only);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("only: " + malformed.getMessage(), malformed);
        }
    }

    /** Returns what takes long enough for the JVM's compiler to be done: about ten minutes a round. */
    public static EngineOptions standard() {
        return new EngineOptions(STANDARD_ROUNDS, 16, 8, Duration.ofMillis(500), STANDARD_COLLECTOR, "");
    }

    /** Returns one iteration of each benchmark, as short as can be. */
    public static EngineOptions once() {
        return new EngineOptions(0, 0, 1, Duration.ofMillis(1), STANDARD_COLLECTOR, "");
    }

    /** Returns these options with another number of rounds. */
    public EngineOptions withRounds(int other) {
        return new EngineOptions(other, warmups, iterations, iteration, collector, only);
    }

    /** Returns these options with another collector. */
    public EngineOptions withCollector(String other) {
        return new EngineOptions(rounds, warmups, iterations, iteration, other, only);
    }

    /** Returns these options for a part of the benchmarks. */
    public EngineOptions withOnly(String part) {
        return new EngineOptions(rounds, warmups, iterations, iteration, collector, part);
    }
}
