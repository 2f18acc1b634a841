package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;

/** The moment until which all core modules of a component have to be compiled. Immutable. */
public final class CompileDeadline {
    private final Duration timeout;
    private final long end;

    private CompileDeadline(Duration timeout, long end) {
        this.timeout = timeout;
        this.end = end;
    }

    /** Returns a deadline that ends a while from now. */
    public static CompileDeadline within(Duration timeout) {
        return new CompileDeadline(timeout, System.nanoTime() + timeout.toNanos());
    }

    /**
     * Ends the compilation when time is up. Called between steps of it.
     *
     * @throws EngineException with {@link ErrorCode#COMPILE_TIMEOUT}
     */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new EngineException(
                    ErrorCode.COMPILE_TIMEOUT,
                    "compilation took longer than " + timeout.toMillis()
                            + " ms; raise setting compile_timeout or use a smaller component");
        }
    }
}
