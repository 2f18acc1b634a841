package dev.nacre.engine.sandbox;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Setting;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the running of one statement's guest code: time, fuel, depth of calls, and cancellation.
 *
 * <p>Generated code charges units as it runs. A charge takes them from a slice; only an empty slice looks at the clock and
 * at the stop word, so that a charge costs one subtraction. A unit is one turn of a loop, one call, or about 64
 * instructions without either. Slices adapt to how long units take, so that a stop takes a few milliseconds at most.
 *
 * <p>One thread runs under a meter at a time, and handing a meter to another thread needs a happens-before edge;
 * {@link #cancel} may come from any thread at any moment. A meter that stopped the guest once stops it at every charge from
 * then on.
 */
public final class Meter {
    private static final String TOO_DEEP =
            "; use less recursion in the guest, or raise call_depth and with it the stack of threads, -Xss";

    private final @Nullable Duration timeout;
    private final long start = System.nanoTime();
    private final long fuel;
    private final StopSignal signal;
    private long callNanos;
    private int mostDepth;
    private long runningSince = start;
    private long ranBefore;
    private boolean paused;
    private boolean timed;
    private long guestNanos;

    private final Slice size = new Slice(start);
    private int left;
    private int granted;
    private long fuelLeft;
    private int depth;
    private boolean outermostCallIsNew;
    private long callStart = start;
    private @Nullable EngineException stop;
    private volatile boolean cancelled;

    /**
     * Makes a meter with the standard bound on the depth of calls.
     *
     * @param callTimeout the longest time of one call from the host into a guest, nested ones counted as part of it
     * @param timeout the longest time of the whole statement, counted from now; empty for none
     * @param fuel how many units the statement may take; {@link Long#MAX_VALUE} for no bound
     */
    public Meter(Duration callTimeout, Optional<Duration> timeout, long fuel) {
        this(callTimeout, timeout, fuel, (int) Setting.CALL_DEPTH.standard());
    }

    /**
     * Makes a meter.
     *
     * @param callTimeout the longest time of one call from the host into a guest, nested ones counted as part of it
     * @param timeout the longest time of the whole statement, counted from now and without {@link #pause pauses}; empty for
     *     none
     * @param fuel how many units the statement may take; {@link Long#MAX_VALUE} for no bound
     * @param callDepth how many guest functions that call others may be under way at once
     */
    public Meter(Duration callTimeout, Optional<Duration> timeout, long fuel, int callDepth) {
        this(callTimeout, timeout, fuel, callDepth, StopSignal.NONE);
    }

    /**
     * Makes a meter that asks somebody else, too, whether to go on.
     *
     * @param callTimeout the longest time of one call from the host into a guest, nested ones counted as part of it
     * @param timeout the longest time of the whole statement, counted from now; empty for none
     * @param fuel how many units the statement may take; {@link Long#MAX_VALUE} for no bound
     * @param callDepth how many guest functions that call others may be under way at once
     * @param signal asked on the guest's thread whenever the clock is looked at
     */
    public Meter(Duration callTimeout, Optional<Duration> timeout, long fuel, int callDepth, StopSignal signal) {
        this.callNanos = nanos(callTimeout);
        this.timeout = timeout.orElse(null);
        this.fuel = fuel;
        this.fuelLeft = fuel;
        this.mostDepth = callDepth;
        this.signal = signal;
    }

    /** Returns a meter that bounds only the depth of calls, and can be cancelled. */
    public static Meter unlimited() {
        return new Meter(Duration.ofNanos(Long.MAX_VALUE), Optional.empty(), Long.MAX_VALUE);
    }

    /** Bounds the calls that begin from now on. */
    public void boundCalls(long longestNanos, int deepest) {
        callNanos = longestNanos;
        mostDepth = deepest;
    }

    /** Stops the clock of the statement's timeout, because nobody works on it now. */
    public void pause() {
        if (timeout != null) {
            turn(true);
        }
    }

    /** Lets the clock of the statement's timeout run again. */
    public void resume() {
        if (timeout != null) {
            turn(false);
        }
    }

    private synchronized void turn(boolean pausing) {
        long now = System.nanoTime();
        ranBefore = ran(now);
        runningSince = now;
        paused = pausing;
    }

    /** Returns how much is left of the statement's timeout, not below zero; empty when there is none. Safe from any thread. */
    public synchronized Optional<Duration> timeLeft() {
        return timeout == null
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, nanos(timeout) - ran(System.nanoTime()))));
    }

    private long ran(long now) {
        return paused ? ranBefore : ranBefore + (now - runningSince);
    }

    /** Lets the time that calls spend in guest code be taken, or no more. Taking it costs two looks at the clock a call. */
    public void takeTime(boolean take) {
        timed = take;
    }

    /** Returns whether the time of calls is taken. */
    public boolean takesTime() {
        return timed;
    }

    /** Adds time that a call spent in guest code, with what that called of the host. */
    public void spent(long nanos) {
        guestNanos += nanos;
    }

    /** Returns the time that calls spent in guest code while it was taken. */
    public long guestNanos() {
        return guestNanos;
    }

    /** Asks the guest to stop; it does within one slice. Safe from any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Takes one unit. Host functions that work for long call it now and then. */
    public void poll() {
        charge(1);
    }

    /**
     * Looks at the clock and at the stop word now. Host functions that wait call it now and then: waiting takes no units.
     *
     * @throws EngineException as {@link #charge}
     */
    public void check() {
        refill();
    }

    /**
     * Takes units. Called by generated code.
     *
     * @throws EngineException with {@link ErrorCode#TIMEOUT}, {@link ErrorCode#CANCELLED} or
     *     {@link ErrorCode#OUT_OF_FUEL}
     */
    public void charge(int units) {
        left -= units;
        if (left < 0) {
            refill();
        }
    }

    /**
     * Notes that the host calls into a guest. The time of a call counts from the outermost one.
     *
     * @return what {@link #exitCall} takes, however the call ends
     */
    public int enterCall() {
        int outer = depth;
        outermostCallIsNew |= outer == 0;
        depth = outer + 1;
        charge(1);
        return outer;
    }

    /** Notes that a call from the host ended. */
    public void exitCall(int outer) {
        depth = outer;
    }

    /**
     * Notes that a guest function that may call others starts. Called by generated code.
     *
     * @return what {@link #exitFunction} and {@link #unwind} take
     * @throws EngineException with {@link ErrorCode#CALL_DEPTH}, or as {@link #charge}
     */
    public int enterFunction(int units) {
        int outer = depth;
        if (outer >= mostDepth) {
            throw new EngineException(
                    ErrorCode.CALL_DEPTH, "more than " + mostDepth + " nested calls (setting call_depth)" + TOO_DEEP);
        }
        depth = outer + 1;
        charge(units);
        return outer;
    }

    /** Notes that such a function returns. Called by generated code. */
    public void exitFunction(int outer) {
        depth = outer;
    }

    /** Forgets the deeper functions that an exception ended, in the function that caught it. Called by generated code. */
    public void unwind(int outer) {
        depth = outer + 1;
    }

    /** Returns how deep calls are nested now. */
    public int depth() {
        return depth;
    }

    /** Returns how many units may still be taken. */
    public long fuelLeft() {
        return fuelLeft == Long.MAX_VALUE ? fuelLeft : Math.max(0, fuelLeft - (granted - left));
    }

    private void refill() {
        if (stop != null) {
            left = 0;
            throw new EngineException(stop.code(), String.valueOf(stop.getMessage()), stop);
        }
        spend((long) granted - left);
        long now = System.nanoTime();
        if (outermostCallIsNew) {
            outermostCallIsNew = false;
            callStart = now;
        }
        checkStops(now);
        granted = (int) Math.min(size.next(now), fuelLeft);
        left = granted;
    }

    private void spend(long units) {
        granted = 0;
        left = 0;
        if (fuelLeft != Long.MAX_VALUE) {
            fuelLeft -= units;
        }
    }

    private void checkStops(long now) {
        if (cancelled) {
            throw stop(ErrorCode.CANCELLED, "the statement was cancelled");
        }
        Optional<String> reason = signal.reason();
        if (reason.isPresent()) {
            throw stop(ErrorCode.CANCELLED, reason.get());
        }
        if (fuelLeft < 0) {
            fuelLeft = 0;
            throw stop(ErrorCode.OUT_OF_FUEL, "guest code used up fuel " + fuel + "; raise fuel for more work");
        }
        if (timeout != null && ran(now) > nanos(timeout)) {
            throw stop(ErrorCode.TIMEOUT, "the statement ran longer than its timeout " + text(timeout) + "; raise it");
        }
        if (depth > 0 && now - callStart > callNanos) {
            throw stop(
                    ErrorCode.TIMEOUT,
                    "guest code ran longer than call_timeout " + text(Duration.ofNanos(callNanos))
                            + "; raise call_timeout");
        }
    }

    private EngineException stop(ErrorCode code, String message) {
        EngineException stopped = new EngineException(code, message);
        stop = stopped;
        return stopped;
    }

    private static long nanos(Duration duration) {
        return duration.getSeconds() >= Long.MAX_VALUE / 1_000_000_000 ? Long.MAX_VALUE : duration.toNanos();
    }

    private static String text(Duration duration) {
        boolean wholeSeconds = duration.toMillisPart() == 0 && duration.toSeconds() > 0;
        return wholeSeconds ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
