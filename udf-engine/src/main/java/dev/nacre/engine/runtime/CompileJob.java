package dev.nacre.engine.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One compilation: work that a thread of {@link CompileThreads} does while another waits for its result, but not longer than
 * it was told. Safe for use by the two.
 *
 * <p>Waiting neither ends at an interrupt of the waiting thread nor loses it.
 */
final class CompileJob<T> {
    private final CompileWork<T> work;
    private final CompletableFuture<CompileDeadline> started = new CompletableFuture<>();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    CompileJob(CompileWork<T> work) {
        this.work = work;
    }

    /** Returns for whom it is. */
    Object owner() {
        return work.owner();
    }

    /** Does the work. */
    void run() {
        CompileDeadline deadline = work.deadline();
        if (!started.complete(deadline)) {
            return;
        }
        try {
            result.complete(work.work().apply(deadline));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Ends the job without doing it, or in the middle, as soon as the work notices. */
    void cancel(RuntimeException reason) {
        result.completeExceptionally(reason);
        if (!started.completeExceptionally(reason)) {
            started.thenAccept(CompileDeadline::cancel);
        }
    }

    /** Waits until the work begins. Returns false when it has not begun after a while. */
    boolean awaitStart(Duration patience) {
        return ends(started, patience);
    }

    /** Waits until the work has ended, well or badly. Returns false when it has not after a while. */
    boolean awaitEnd(Duration patience) {
        return ends(result, patience);
    }

    private static boolean ends(CompletableFuture<?> future, Duration patience) {
        return future.isDone()
                || future.handle((value, failure) -> true)
                        .completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS)
                        .join();
    }

    /** Returns the result of work that has ended, or throws what it threw. */
    T result() {
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw unchecked(failure.getCause(), failure);
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause, CompletionException failure) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException thrown ? thrown : failure;
    }
}
