package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.HostEntry;

/**
 * The built-ins of the asynchronous part of the model that do the same for synchronous functions (CanonicalABI.md, {@code canon
 * context.get}, {@code context.set}, {@code backpressure.inc}, {@code backpressure.dec}, {@code waitable-set.new}, {@code
 * waitable-set.drop}). All but those of waitable sets may be called at all times, even while the guest may not leave.
 */
public final class TaskBuiltIns {
    private static final int MOST_BACKPRESSURE = (1 << 16) - 1;

    private TaskBuiltIns() {}

    /**
     * Returns the function that reads a number that the guest keeps for the call that runs.
     *
     * @param slot 0 or 1
     */
    public static HostEntry contextGet(InstanceState state, int slot) {
        TaskStorage storage = state.taskStorage();
        return arguments -> storage.get(slot);
    }

    /**
     * Returns the function that writes a number that the guest keeps for the call that runs.
     *
     * @param slot 0 or 1
     */
    public static HostEntry contextSet(InstanceState state, int slot) {
        TaskStorage storage = state.taskStorage();
        return arguments -> {
            storage.set(slot, (int) arguments[0]);
            return 0;
        };
    }

    /** Returns the function that makes a set of things to wait for. */
    public static HostEntry waitableSetNew(InstanceState state) {
        return arguments -> {
            state.requireMayLeave();
            return AbiFailure.guarded("waitable-set.new", () -> state.handles().add(new WaitableSet()));
        };
    }

    /** Returns the function that drops such a set. */
    public static HostEntry waitableSetDrop(InstanceState state) {
        return arguments -> {
            state.requireMayLeave();
            return AbiFailure.guarded("waitable-set.drop", () -> {
                state.handles().removeWaitableSet((int) arguments[0]);
                return 0;
            });
        };
    }

    /** Returns the function that holds back asynchronous calls, of which there are none. */
    public static HostEntry backpressureIncrease(InstanceState state) {
        return arguments -> backpressure(state, state.backpressure() + 1);
    }

    /** Returns the function that takes one of those back. */
    public static HostEntry backpressureDecrease(InstanceState state) {
        return arguments -> backpressure(state, state.backpressure() - 1);
    }

    private static long backpressure(InstanceState state, int value) {
        if (value < 0 || value > MOST_BACKPRESSURE) {
            throw new EngineException(
                    ErrorCode.ABI_VIOLATION,
                    "backpressure of the component instance is " + value + ", expected 0 to " + MOST_BACKPRESSURE);
        }
        state.setBackpressure(value);
        return 0;
    }
}
