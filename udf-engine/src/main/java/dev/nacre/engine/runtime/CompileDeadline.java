package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;

/**
 * The moment until which all core modules of a component have to be compiled. Checked by the thread that compiles; any thread
 * may end it early.
 */
public final class CompileDeadline {
    private final Duration timeout;
    private final long end;
    private volatile boolean cancelled;

    private CompileDeadline(Duration timeout, long end) {
        this.timeout = timeout;
        this.end = end;
    }

    /** Returns a deadline that ends a while from now. */
    public static CompileDeadline within(Duration timeout) {
        return new CompileDeadline(timeout, System.nanoTime() + timeout.toNanos());
    }

    /** Makes the next check end the compilation. */
    void cancel() {
        cancelled = true;
    }

    /**
     * Ends the compilation when time is up. Called between steps of it.
     *
     * @throws EngineException with {@link ErrorCode#COMPILE_TIMEOUT}, or {@link ErrorCode#CANCELLED} when nobody waits for
     *     it any more
     */
    void check() {
        if (cancelled) {
            throw new EngineException(ErrorCode.CANCELLED, "compilation was given up; load the component again");
        }
        if (System.nanoTime() - end > 0) {
            throw exceeded(timeout);
        }
    }

    static EngineException exceeded(Duration timeout) {
        return new EngineException(
                ErrorCode.COMPILE_TIMEOUT,
                "compilation took longer than " + timeout.toMillis()
                        + " ms; raise setting compile_timeout or use a smaller component");
    }
}
