package dev.nacre.conformance.run;

import static java.util.Objects.requireNonNullElse;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The thread that the engine works on. Guest code is stopped by its meter and compilation by its deadline; work that does
 * not come back all the same is left behind on its thread, and the next work gets a new one.
 */
final class EngineThread implements AutoCloseable {
    /** How much longer than a command may take work is waited for: meters stop guests a little late. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private ExecutorService thread = newThread();
    private long deadline = System.nanoTime();

    /** Starts the time of a command. */
    void begin(Duration timeout) {
        deadline = System.nanoTime() + timeout.plus(GRACE).toNanos();
    }

    /**
     * Does work, and waits for it.
     *
     * @throws EngineException for whatever goes wrong: with {@link ErrorCode#TIMEOUT} when the work does not end, with
     *     {@link ErrorCode#INTERNAL} when it ends by anything but an exception of the engine
     */
    <T> T call(Supplier<T> work) {
        Future<T> future = thread.submit(work::get);
        try {
            return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hanging) {
            thread.shutdown();
            thread = newThread();
            throw new EngineException(ErrorCode.TIMEOUT, "the engine did not come back; please report this", hanging);
        } catch (ExecutionException failure) {
            throw exceptionOf(requireNonNullElse(failure.getCause(), failure));
        } catch (InterruptedException interrupted) {
            throw new EngineException(ErrorCode.CANCELLED, "the runner was interrupted", interrupted);
        }
    }

    private static EngineException exceptionOf(Throwable thrown) {
        return thrown instanceof EngineException known
                ? known
                : new EngineException(
                        ErrorCode.INTERNAL, "expected an exception of the engine, found " + thrown, thrown);
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "nacre-conformance");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
