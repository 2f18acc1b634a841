package dev.nacre.bench.safety;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Median;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Measures the same work with all bounds and without, in turns. Each round has two new copies of Nacre, which the JIT compiler
 * compiles anew, because what it makes of one differs from copy to copy by more than bounds cost.
 */
public final class SafetyBenchmark {
    /** Rounds when nobody says otherwise. */
    public static final int STANDARD_ROUNDS = 12;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double KERNEL_AIM = 1.10;
    private static final double QUERY_AIM = 1.03;

    private final int rounds;
    private final Duration warmUp;
    private final int pairs;
    private final PrintStream progress;

    /**
     * @param rounds at least two
     * @param progress gets a line for each round
     */
    public SafetyBenchmark(int rounds, PrintStream progress) {
        this(atLeastTwo(rounds), Duration.ofSeconds(2), 41, progress);
    }

    private static int atLeastTwo(int rounds) {
        if (rounds < 2) {
            throw new IllegalArgumentException("rounds: expected at least 2, found " + rounds);
        }
        return rounds;
    }

    SafetyBenchmark(int rounds, Duration warmUp, int pairs, PrintStream progress) {
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.pairs = pairs;
        this.progress = progress;
    }

    /**
     * Measures; takes six minutes with the standard number of rounds.
     *
     * @throws BenchmarkException when the two copies disagree
     */
    public SafetyReport run() {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            progress.println("round " + round + " of " + rounds);
            // who is made first has the better start in the JIT compiler's queue
            boolean defendedFirst = round % 2 == 1;
            try (Twin first = new Twin(defendedFirst);
                    Twin second = new Twin(!defendedFirst)) {
                Twin defended = defendedFirst ? first : second;
                Twin bare = defendedFirst ? second : first;
                defended.work()
                        .forEach((title, work) -> ratios.computeIfAbsent(title, key -> new ArrayList<>())
                                .add(ratio(title, work, bare.work(title))));
            }
        }
        return new SafetyReport(
                rounds,
                pairs,
                ratios.entrySet().stream()
                        .map(each -> new Cost(each.getKey(), aim(each.getKey()), each.getValue()))
                        .toList());
    }

    private static double aim(String title) {
        return title.startsWith("query") ? QUERY_AIM : KERNEL_AIM;
    }

    private double ratio(String title, LongSupplier defended, LongSupplier bare) {
        warmUp(title, defended, bare);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            boolean swapped = (pair & 1) == 1;
            Timed first = Timed.of(swapped ? bare : defended);
            Timed second = Timed.of(swapped ? defended : bare);
            requireEqual(title, first.result(), second.result());
            double quotient = (double) first.nanos() / second.nanos();
            ratios.add(swapped ? 1 / quotient : quotient);
        }
        return Median.of(ratios);
    }

    /** Works by the clock, because the JIT compiler takes its time on threads of its own. */
    private void warmUp(String title, LongSupplier defended, LongSupplier bare) {
        long end = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() < end) {
            requireEqual(title, defended.getAsLong(), bare.getAsLong());
        }
    }

    private static void requireEqual(String title, long first, long second) {
        if (first != second) {
            throw new BenchmarkException(title + ": expected " + first + " with and without bounds, found " + second);
        }
    }

    private record Timed(long result, long nanos) {
        static Timed of(LongSupplier work) {
            long start = THREADS.getCurrentThreadCpuTime();
            long result = work.getAsLong();
            return new Timed(result, Math.max(1, THREADS.getCurrentThreadCpuTime() - start));
        }
    }
}
