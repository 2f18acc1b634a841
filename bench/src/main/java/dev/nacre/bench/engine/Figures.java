package dev.nacre.bench.engine;

import dev.nacre.bench.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What was measured so far. Mutable, used by one thread. */
final class Figures {
    private static final String KEPT = "keptBytes";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<Subject, List<Figure>> figures = new TreeMap<>();

    /** Returns what was measured, sorted; for each subject one figure a round. */
    Map<Subject, List<Figure>> all() {
        return figures;
    }

    /** Takes a round's result of one benchmark. */
    void add(RunResult result) {
        figures.computeIfAbsent(subject(result.getParams()), key -> new ArrayList<>())
                .add(figure(result));
    }

    private static Subject subject(BenchmarkParams given) {
        Map<String, String> parameters = new TreeMap<>();
        given.getParamsKeys().forEach(name -> parameters.put(name, given.getParam(name)));
        String[] path = given.getBenchmark().split("\\.");
        return new Subject(path[path.length - 2].replace("Benchmark", "") + "." + path[path.length - 1], parameters);
    }

    private static Figure figure(RunResult result) {
        boolean sampled = result.getParams().getMode() == Mode.SampleTime;
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Figure(
                Median.of(scores(result, ProcessorTime.THREAD)),
                Median.of(scores(result, ProcessorTime.PROCESS)),
                allocated == null ? 0 : allocated.getScore(),
                sampled ? result.getPrimaryResult().getStatistics().getPercentile(99) : Double.NaN,
                kept(result));
    }

    private static double kept(RunResult result) {
        return result.getSecondaryResults().containsKey(KEPT) ? Median.of(scores(result, KEPT)) : Double.NaN;
    }

    private static List<Double> scores(RunResult result, String name) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> score(iteration, name))
                .toList();
    }

    private static double score(IterationResult iteration, String name) {
        Result<?> found = iteration.getSecondaryResults().get(name);
        return Objects.requireNonNull(found, name).getScore();
    }
}
