package dev.nacre.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of one run.
 *
 * @param threadNanos of the thread that ran the query
 * @param processNanos of all threads: garbage collection and the JVM's compiler too
 */
record Sample(long threadNanos, long processNanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Sample now() {
        return new Sample(THREADS.getCurrentThreadCpuTime(), PROCESS.getProcessCpuTime());
    }

    Sample since(Sample start) {
        return new Sample(threadNanos - start.threadNanos, processNanos - start.processNanos);
    }
}
