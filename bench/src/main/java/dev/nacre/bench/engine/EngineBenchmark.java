package dev.nacre.bench.engine;

import dev.nacre.bench.BenchmarkException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the engine by itself. In each round every benchmark has a new JVM, and what is compared runs shortly one after the
 * other, so that what the machine does beside, and what the JVM's compiler makes of one run, falls on both.
 */
public final class EngineBenchmark {
    private static final String HEAP = "-Xmx1g";

    private static final List<Class<?>> BENCHMARKS = List.of(
            ScalarCallBenchmark.class,
            StringCallBenchmark.class,
            ByteListBenchmark.class,
            NumberListBenchmark.class,
            ComponentCallBenchmark.class,
            InstanceBenchmark.class,
            ResetBenchmark.class,
            CodeCacheBenchmark.class,
            KeptHeapBenchmark.class);

    private final EngineOptions options;
    private final PrintStream progress;

    /**
     * @param progress gets a line for each benchmark class and round
     */
    public EngineBenchmark(EngineOptions options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs it; takes most of an hour with the standard options.
     *
     * @throws BenchmarkException when a benchmark fails, or none has a name that was asked for
     */
    public EngineReport run() {
        List<Class<?>> chosen = BENCHMARKS.stream()
                .filter(type -> Pattern.compile(options.only())
                        .matcher(type.getSimpleName())
                        .find())
                .toList();
        if (chosen.isEmpty()) {
            throw new BenchmarkException("expected a part of one of the names "
                    + BENCHMARKS.stream().map(Class::getSimpleName).toList() + ", found '" + options.only() + "'");
        }
        Figures figures = new Figures();
        for (int round = 1; round <= Math.max(1, options.rounds()); round++) {
            for (Class<?> type : chosen) {
                progress.println("round " + round + ": " + type.getSimpleName());
                run(type).forEach(figures::add);
            }
        }
        return new EngineReport(options, figures);
    }

    private Collection<RunResult> run(Class<?> type) {
        try {
            return new Runner(jmhOptions(type)).run();
        } catch (RunnerException failure) {
            throw new BenchmarkException(type.getSimpleName() + " failed: " + failure.getMessage(), failure);
        }
    }

    private Options jmhOptions(Class<?> type) {
        TimeValue time = TimeValue.milliseconds(options.iteration().toMillis());
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include(Pattern.quote(type.getName() + "."))
                .warmupIterations(options.warmups())
                .warmupTime(time)
                .measurementIterations(options.iterations())
                .measurementTime(time)
                .forks(options.rounds() == 0 ? 0 : 1)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return builder.jvmArgs(HEAP, "-XX:+Use" + options.collector() + "GC").build();
    }
}
