package dev.nacre.engine.runtime;

import dev.nacre.engine.Compilations;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
 *
 * <p>One owner has only so many places, those of such threads included, and half of the room to wait: who brings one bomb after
 * the other is in nobody's way but his own.
 */
public final class CompileThreads implements AutoCloseable {
    /** What work may take beyond its time before it is left alone: it notices the deadline between two steps. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Who waits holds a component's bytes. */
    private static final int MOST_WAITING = 100;

    private static final int MOST_WAITING_OF_ONE = MOST_WAITING / 2;

    private static final Logger LOG = LoggerFactory.getLogger(CompileThreads.class);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final int places;
    private final int placesOfOne;
    private final Duration grace;
    private final Collection<CompileJob<?>> waiting = new ArrayDeque<>();
    private final Set<CompileJob<?>> working = new HashSet<>();
    private final Set<CompileJob<?>> stuck = new HashSet<>();
    private int threads;
    private boolean closed;

    /** Starts without a thread. */
    public CompileThreads(Compilations compilations) {
        this(compilations, GRACE);
    }

    CompileThreads(Compilations compilations, Duration grace) {
        this.places = compilations.atOnce();
        this.placesOfOne = compilations.ofOneOwner();
        this.grace = grace;
    }

    /**
     * Has work done, and waits for it: not longer than it may take and a second until it begins, and as long again from then on.
     *
     * @param whenLate called on this thread when the work was begun and not done in time
     * @throws EngineException what the work threw; {@link ErrorCode#COMPILE_TIMEOUT} when it did not end, or did not begin;
     *     {@link ErrorCode#CANCELLED} after {@link #close}
     */
    public <T> T run(CompileWork<T> work, Runnable whenLate) {
        CompileJob<T> job = new CompileJob<>(work);
        // what is short of time would not live to see a thread start
        Duration patience = work.timeout().plus(grace);
        enqueue(job, patience);
        if (!job.awaitStart(patience) && withdraw(job)) {
            throw busy(patience);
        }
        if (!job.awaitEnd(patience.minus(work.used()))) {
            abandon(job);
            whenLate.run();
            throw CompileDeadline.exceeded(work.timeout());
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
                        + " ms to compile the component, because of others that are being compiled; try again, or allow more at the same time (setting"
                        + " server_compilations)");
    }

    private synchronized void enqueue(CompileJob<?> job, Duration patience) {
        if (closed) {
            throw ended();
        }
        if (waiting.size() >= MOST_WAITING || count(waiting, job.owner()) >= MOST_WAITING_OF_ONE) {
            throw new EngineException(
                    ErrorCode.COMPILE_TIMEOUT,
                    waiting.size() + " components wait to be compiled already, up to " + patience.toMillis()
                            + " ms each; try again later, or allow more at the same time (setting"
                            + " server_compilations)");
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
        if (threads - stuck.size() < places && waiting.stream().anyMatch(this::hasPlace)) {
            Thread thread = new Thread(null, this::work, "nacre-compile-" + NUMBERS.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            // not the caller's: the thread may outlive the caller's application
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            thread.start();
            threads++;
        }
    }

    private boolean hasPlace(CompileJob<?> job) {
        return count(working, job.owner()) < placesOfOne;
    }

    private static long count(Collection<CompileJob<?>> jobs, Object owner) {
        return jobs.stream().filter(job -> job.owner().equals(owner)).count();
    }

    private void work() {
        for (CompileJob<?> job = next(null); job != null; job = next(job)) {
            job.run();
        }
    }

    /** Returns the next job for a thread; null when it has to end. */
    private synchronized @Nullable CompileJob<?> next(@Nullable CompileJob<?> done) {
        stuck.remove(done);
        working.remove(done);
        boolean replaced = threads - stuck.size() > places;
        CompileJob<?> job = replaced ? null : nextWaiting();
        if (job == null) {
            threads--;
        } else {
            working.add(job);
        }
        return job;
    }

    private @Nullable CompileJob<?> nextWaiting() {
        CompileJob<?> found =
                waiting.stream().filter(this::hasPlace).findFirst().orElse(null);
        waiting.remove(found);
        return found;
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
