package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which one engine screens or compiles: daemons named {@code nacre-compile-N}, made when there is work and gone when there
 * is none. Safe for use by many threads.
 *
 * <p>Hostile components can make parsing and compiling slow, and neither can be ended from outside. So nobody who asks for a
 * compilation does it: they wait, for as long as it may take and a second more, and then leave. A thread that goes on working
 * nevertheless gives its place to another one, until there are as many such threads as places.
 */
public final class CompileThreads implements AutoCloseable {
    /** What work may take beyond its time before it is left alone: it notices the deadline between two steps. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Who waits holds a component's bytes. */
    private static final int MOST_WAITING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CompileThreads.class);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final int places;
    private final Duration grace;
    private final Queue<CompileJob<?>> waiting = new ArrayDeque<>();
    private final Set<CompileJob<?>> working = new HashSet<>();
    private final Set<CompileJob<?>> stuck = new HashSet<>();
    private int threads;
    private boolean closed;

    /** Starts without a thread; two or half of the processors, whatever is more, will work at the same time. */
    public CompileThreads() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), GRACE);
    }

    CompileThreads(int places, Duration grace) {
        this.places = places;
        this.grace = grace;
    }

    /**
     * Has work done, and waits for it: not longer than {@code timeout} and a second until it begins, and as long again from
     * then on.
     *
     * @param work checks the deadline that it is given
     * @param whenLate called on this thread when the work was begun and not done in time
     * @throws EngineException what the work threw; {@link ErrorCode#COMPILE_TIMEOUT} when it did not end, or did not begin;
     *     {@link ErrorCode#CANCELLED} after {@link #close}
     */
    public <T> T run(Duration timeout, Function<CompileDeadline, T> work, Runnable whenLate) {
        return run(timeout, Duration.ZERO, work, whenLate);
    }

    /**
     * Has work done of which earlier work has used up some time.
     *
     * @param used is taken from the time that the work may take
     * @throws EngineException as {@link #run(Duration, Function, Runnable)}
     */
    public <T> T run(Duration timeout, Duration used, Function<CompileDeadline, T> work, Runnable whenLate) {
        CompileJob<T> job = new CompileJob<>(timeout, used, work);
        enqueue(job, timeout);
        // what is short of time would not live to see a thread start
        Duration patience = timeout.plus(grace);
        if (!job.awaitStart(patience) && withdraw(job)) {
            throw busy(patience);
        }
        if (!job.awaitEnd(timeout.minus(used).plus(grace))) {
            abandon(job);
            whenLate.run();
            throw CompileDeadline.exceeded(timeout);
        }
        try {
            return job.result();
        } catch (EngineException failure) {
            if (failure.code() == ErrorCode.COMPILE_TIMEOUT) {
                whenLate.run();
            }
            throw failure;
        }
    }

    private static EngineException busy(Duration patience) {
        return new EngineException(
                ErrorCode.COMPILE_TIMEOUT,
                "no thread became free within " + patience.toMillis()
                        + " ms to compile the component, because of others that are being compiled; try again");
    }

    private synchronized void enqueue(CompileJob<?> job, Duration timeout) {
        if (closed) {
            throw ended();
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new EngineException(
                    ErrorCode.COMPILE_TIMEOUT,
                    MOST_WAITING + " components wait to be compiled already, up to " + timeout.toMillis()
                            + " ms each; try again later");
        }
        waiting.add(job);
        try {
            startThread();
        } catch (OutOfMemoryError noThread) {
            waiting.remove(job);
            throw noThread;
        }
    }

    /** Starts a thread when there is work and a place. */
    private void startThread() {
        if (!waiting.isEmpty() && threads - stuck.size() < places) {
            Thread thread = new Thread(null, this::work, "nacre-compile-" + NUMBERS.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            // not the caller's: the thread may outlive the caller's application
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            thread.start();
            threads++;
        }
    }

    private void work() {
        for (CompileJob<?> job = next(null); job != null; job = next(job)) {
            job.run();
        }
    }

    /** Returns the next job for a thread; null when it has to end. */
    private synchronized @Nullable CompileJob<?> next(@Nullable CompileJob<?> done) {
        boolean replaced = done != null && stuck.remove(done);
        working.remove(done);
        CompileJob<?> job = replaced ? null : waiting.poll();
        if (job == null) {
            threads--;
        } else {
            working.add(job);
        }
        return job;
    }

    /** Returns whether a job was taken back before a thread began with it. */
    private synchronized boolean withdraw(CompileJob<?> job) {
        return waiting.remove(job);
    }

    /** Lets a thread that works too long be, and gives its place away. */
    private synchronized void abandon(CompileJob<?> job) {
        job.cancel(ended());
        if (working.contains(job) && stuck.size() < places) {
            stuck.add(job);
            LOG.warn("a compilation does not end in time; its thread works on, {} of at most {}", stuck.size(), places);
            startThread();
        }
    }

    private static EngineException ended() {
        return new EngineException(
                ErrorCode.CANCELLED, "the component was not compiled: the engine was closed; make a new engine");
    }

    /** Ends the threads: those at work notice it at their next step. Whoever waits for them gets an exception at once. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.forEach(job -> job.cancel(ended()));
        waiting.clear();
        working.forEach(job -> job.cancel(ended()));
    }
}
