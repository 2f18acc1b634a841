package dev.nacre.functions;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCategory;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.functions.watch.CallCounts;
import dev.nacre.functions.watch.SampledCalls;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One function in one statement: its instance, and what became of its calls. One thread at a time, that of the scope. */
final class GuestRoutine {
    private final String subject;
    private final InstanceSource source;
    private final Meter meter;
    private final SampledCalls sample = new SampledCalls();
    private @Nullable ComponentInstance instance;
    private long rows;
    private long batches;
    private long traps;
    private long timeouts;
    private String lastError = "";

    GuestRoutine(String subject, InstanceSource source, Meter meter) {
        this.subject = subject;
        this.source = source;
        this.meter = meter;
    }

    /** Returns what begins the messages, for example {@code function 'PUBLIC.MASK'}. */
    String subject() {
        return subject;
    }

    InstanceSource source() {
        return source;
    }

    /** Returns an export of the instance that is open, whichever that is at each call. */
    GuestExport export(ExportedFunctionType function) {
        return new GuestExport(this, function.name());
    }

    /** Returns the instance; a new one when the last has ended. */
    ComponentInstance instance() {
        ComponentInstance open = instance;
        if (open == null || !open.isOpen()) {
            source.boundCalls();
            try {
                open = source.instantiate(subject);
            } catch (EngineException failure) {
                throw counted(failure);
            }
            instance = open;
        }
        return open;
    }

    /** Counts rows that the function was evaluated for, or that it gave. */
    void rows(long more) {
        rows += more;
    }

    /** Counts a call that many rows went into together. */
    void batch() {
        batches++;
    }

    /** What is called in {@link #call}. */
    interface Step<T> {
        @Nullable
        T take();
    }

    /** Makes a call with the conversions around it: counted, timed when its turn has come, its failure remembered. */
    <T> @Nullable T call(Step<T> step) {
        try {
            instance(); // making it is neither guest code nor marshalling
            return sample.next() ? timed(step) : step.take();
        } catch (FunctionException failure) {
            throw remembered(failure);
        }
    }

    /** As {@link #call}, for a step that gives something. */
    <T> T get(Step<T> step) {
        return Objects.requireNonNull(call(step), "a step gave nothing");
    }

    /** As {@link #call}, for a call that was counted already and is timed: what is not guest code is marshalling. */
    <T> @Nullable T timed(Step<T> step) {
        long guestBefore = meter.guestNanos();
        long start = System.nanoTime();
        meter.takeTime(true);
        try {
            return step.take();
        } finally {
            meter.takeTime(false);
            long inGuest = meter.guestNanos() - guestBefore;
            sample.add(inGuest, System.nanoTime() - start - inGuest);
        }
    }

    /** Counts a call that is made without {@link #call}; returns whether it is to be made by {@link #timed}. */
    boolean isNextTimed() {
        return sample.next();
    }

    FunctionException remembered(FunctionException failure) {
        lastError = String.valueOf(failure.getMessage());
        return failure;
    }

    FunctionException counted(EngineException failure) {
        if (failure.code() == ErrorCode.TIMEOUT) {
            timeouts++;
        } else if (failure.code().category() == ErrorCategory.GUEST) {
            traps++;
        }
        return source.explained(subject, failure);
    }

    /** Returns what became of the calls. */
    CallCounts counts() {
        return new CallCounts(
                sample.calls(),
                rows,
                batches,
                source.instances(),
                sample.guestNanos(),
                sample.marshalNanos(),
                traps,
                timeouts,
                source.peakBytes(),
                lastError);
    }
}
