package dev.nacre.engine.sandbox;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * Bounds the running of one statement's guest code: time, fuel and cancellation.
 *
 * <p>Generated code polls at back edges and calls. A poll takes one from a slice; only an empty slice looks at the clock
 * and at the stop word, so that a poll costs one decrement. One thread runs under a meter at a time; {@link #cancel} may
 * come from any thread at any moment.
 */
public final class Meter {

    private final long callNanos;
    private final long statementEnd;
    private long callEnd = Long.MAX_VALUE;
    private long fuel;
    private int slice;
    private int handedOut;
    private volatile boolean cancelled;

    /**
     * @param callTimeout the longest uninterrupted time in guest code
     * @param timeout the longest time of the whole statement, counted from now; empty for none
     * @param fuel how many polls the statement may take; {@link Long#MAX_VALUE} for no bound
     */
    public Meter(Duration callTimeout, Optional<Duration> timeout, long fuel) {
        this.callNanos = callTimeout.toNanos();
        this.statementEnd =
                timeout.map(limit -> System.nanoTime() + limit.toNanos()).orElse(Long.MAX_VALUE);
        this.fuel = fuel;
    }

    /** Returns a meter that bounds nothing but can be cancelled. */
    public static Meter unlimited() {
        return new Meter(Duration.ofNanos(Long.MAX_VALUE), Optional.empty(), Long.MAX_VALUE);
    }

    /** Asks the guest to stop; it does within one slice. Safe from any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Takes one from the slice. Called by generated code. */
    public void poll() {
        if (--slice < 0) {
            refill();
        }
    }

    private void refill() {
        throw new EngineException(
                ErrorCode.INTERNAL,
                "not written yet: " + callNanos + statementEnd + callEnd + fuel + handedOut + cancelled);
    }
}
