package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.CleanUps;
import dev.nacre.engine.sandbox.Failures;
import dev.nacre.engine.sandbox.HandleBudget;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of one component, nested ones included, share: whether they may still be called, and how many handles
 * they hold. Mutable, used by one thread at a time.
 *
 * <p>CanonicalABI.md, "Embedding". After a trap nothing in a store runs again, because nobody knows what state it is in.
 */
public final class Store {
    private final Limits limits;
    private final Meter meter;
    private final MemoryBudget memory;
    private final HandleBudget shared;
    private final List<InstanceState> instances = new ArrayList<>();
    private long handles;
    private boolean open = true;
    private int hostCalls;
    private Runnable whenOver = () -> {};
    private @Nullable EngineException failure;

    /**
     * Makes the store of a new instance.
     *
     * @param memory what is left of it bounds what a call lifts
     * @param shared what the handles count against beside the instance's own bound
     */
    public Store(Limits limits, Meter meter, MemoryBudget memory, HandleBudget shared) {
        this.limits = limits;
        this.meter = meter;
        this.memory = memory;
        this.shared = shared;
    }

    /** Makes the store of an instance that shares its handles with no other. */
    Store(Limits limits, Meter meter, MemoryBudget memory) {
        this(limits, meter, memory, new HandleBudget(limits.get(Setting.HANDLES)));
    }

    /** Returns whether calls are still possible. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Fails when no call is possible any more.
     *
     * @throws EngineException with {@link ErrorCode#INSTANCE_CLOSED}
     */
    public void requireOpen() {
        if (!open) {
            throw closed();
        }
    }

    /**
     * Fails after a trap, also where a call was under way that may otherwise go on after {@link #end}.
     *
     * @throws EngineException with {@link ErrorCode#INSTANCE_CLOSED}
     */
    void requireIntact() {
        if (failure != null) {
            throw closed();
        }
    }

    private EngineException closed() {
        String reason = failure == null
                ? "instance is closed"
                : "instance was closed after an error (" + failure.getMessage() + ")";
        return new EngineException(ErrorCode.INSTANCE_CLOSED, reason + "; make a new one", failure);
    }

    /** Ends the store because of an exception, and returns that exception as one of the engine. */
    public EngineException fail(Throwable thrown) {
        EngineException exception = Failures.whileRunning(thrown);
        if (open) {
            open = false;
            failure = exception;
        }
        return exception;
    }

    /** Runs guest code for the host under the meter; whatever goes wrong ends the store. */
    void runFromHost(Runnable guestCode) {
        int depth = meter.depth();
        beginHostCall();
        try {
            meter.enterCall();
            guestCode.run();
        } catch (Throwable thrown) {
            meter.exitCall(depth);
            throw failHostCall(thrown);
        }
        meter.exitCall(depth);
        endHostCall();
    }

    /** Says what gives everything back: it runs when the store has ended and no call of the host is under way any more. */
    public void whenOver(Runnable action) {
        whenOver = action;
    }

    /** Notes that the host calls into a guest. */
    public void beginHostCall() {
        hostCalls++;
    }

    /** Ends the store because of what such a call threw, and returns that as an exception of the engine. */
    public EngineException failHostCall(Throwable thrown) {
        return refuseHostCall(fail(thrown));
    }

    /** Notes that such a call failed, and returns why; what the host then fails at comes with it. */
    public EngineException refuseHostCall(EngineException failure) {
        CleanUps.after(failure).run(this::endHostCall);
        return failure;
    }

    /** Notes that such a call ended well. */
    public void endHostCall() {
        hostCalls--;
        if (!open) {
            giveBackWhenOver();
        }
    }

    /** Returns whether a call of the host is under way. */
    public boolean isRunning() {
        return hostCalls != 0;
    }

    /** Ends the store; what guest code that still runs needs is given back when that returns. */
    public void endAndGiveBack() {
        end();
        giveBackWhenOver();
    }

    private void giveBackWhenOver() {
        if (hostCalls == 0) {
            Runnable action = whenOver;
            whenOver = () -> {};
            action.run();
        }
    }

    /** Lets no new call in. */
    public void end() {
        open = false;
    }

    /**
     * Drops what the host gave to the guest, after {@link #end}. Closing again does nothing.
     *
     * @throws EngineException when the host failed at it; all is dropped all the same
     */
    public void close() {
        end();
        CleanUps cleanUps = new CleanUps();
        for (InstanceState instance : instances) {
            instance.handles().releaseAll(cleanUps);
        }
        instances.clear();
        shared.giveBack(handles);
        handles = 0;
        cleanUps.finish();
    }

    void add(InstanceState instance) {
        instances.add(instance);
    }

    Meter meter() {
        return meter;
    }

    /** Returns how many bytes one call may lift, if there is memory for them. */
    long liftedBytesLimit() {
        return limits.get(Setting.OUTPUT_BYTES);
    }

    /**
     * Looks for memory beside the instance for what a call lifts.
     *
     * @return {@code wanted} if there is room for so many bytes, otherwise {@code bytes}
     * @throws AbiFailure with {@link ErrorCode#MEMORY_LIMIT} when there is none even for these
     */
    long roomBeside(long bytes, long wanted) {
        if (memory.refusalBeside(wanted) == null) {
            return wanted;
        }
        String refusal = memory.refusalBeside(bytes);
        if (refusal != null) {
            throw new AbiFailure(
                    ErrorCode.MEMORY_LIMIT,
                    "a call takes " + bytes + " bytes out of guest memory, " + refusal + "; pass less in one call");
        }
        return bytes;
    }

    void countHandle() {
        long most = limits.get(Setting.HANDLES);
        if (handles >= most) {
            throw tooManyHandles("the guest holds " + handles, most);
        }
        if (!shared.take()) {
            throw tooManyHandles("the guests of the statement hold " + shared.held(), shared.most());
        }
        handles++;
    }

    private static AbiFailure tooManyHandles(String holding, long most) {
        return new AbiFailure(
                        ErrorCode.LIMIT,
                        holding + " open handles, at most " + most + " allowed (setting " + Setting.HANDLES.key() + ")")
                .whileLowering();
    }

    void uncountHandle() {
        handles--;
        shared.giveBack(1);
    }
}
