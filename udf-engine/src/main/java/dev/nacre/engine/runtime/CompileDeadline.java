package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;

/**
 * The moment until which a component has to be read, screened and compiled. Checked by the thread that does it; any thread may
 * end it early.
 */
public final class CompileDeadline {
    /** Never comes. */
    public static final CompileDeadline NONE = within(Duration.ofDays(10_000));

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

    /** Returns a deadline of which some was used up by earlier work. */
    static CompileDeadline within(Duration timeout, Duration used) {
        return new CompileDeadline(
                timeout, System.nanoTime() + timeout.minus(used).toNanos());
    }

    /** Returns how much of the time is used up. */
    public Duration used() {
        return timeout.minusNanos(end - System.nanoTime());
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
    public void check() {
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
