package dev.nacre.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the processor time of each operation to what JMH measures: on a machine with other work, time by the clock says little.
 * Public, because JMH makes it by its name. Used by one thread.
 */
public final class ProcessorTime implements InternalProfiler {
    /** The result with the time of the threads that run the benchmark. */
    static final String THREAD = "cpu.thread";

    /** The result with the time of all threads: the collector's and the JVM's compiler's too. */
    static final String PROCESS = "cpu.process";

    private static final String WORKER = "jmh-worker";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long threadStart;
    private long processStart;

    /** Makes the profiler; called by JMH. */
    public ProcessorTime() {}

    @Override
    public String getDescription() {
        return "Processor time of each operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        threadStart = workerNanos();
        processStart = SYSTEM.getProcessCpuTime();
    }

    @Override
    public List<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double operations = Math.max(1, result.getMetadata().getAllOps());
        return List.of(
                result(THREAD, (workerNanos() - threadStart) / operations),
                result(PROCESS, (SYSTEM.getProcessCpuTime() - processStart) / operations));
    }

    private static Result<?> result(String name, double nanos) {
        return new ScalarResult(name, nanos, "ns/op", AggregationPolicy.AVG);
    }

    private static long workerNanos() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().contains(WORKER))
                .mapToLong(ThreadInfo::getThreadId)
                .map(THREADS::getThreadCpuTime)
                .sum();
    }
}
