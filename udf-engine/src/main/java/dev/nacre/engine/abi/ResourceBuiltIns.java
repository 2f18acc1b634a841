package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.HostEntry;

/**
 * The core functions by which a guest handles resources (CanonicalABI.md, {@code canon resource.new}, {@code
 * resource.drop}, {@code resource.rep}).
 */
public final class ResourceBuiltIns {
    private ResourceBuiltIns() {}

    /** Returns the function that makes an own handle of a representation. */
    public static HostEntry create(InstanceState state, RuntimeResource resource) {
        return arguments -> {
            state.requireMayLeave();
            return AbiFailure.guarded(
                    "resource.new", () -> state.handles().add(Handle.own(resource, (int) arguments[0])));
        };
    }

    /** Returns the function that drops a handle; for an own handle the destructor runs. */
    public static HostEntry drop(InstanceState state, RuntimeResource resource) {
        return arguments -> {
            state.requireMayLeave();
            Handle handle =
                    AbiFailure.guarded("resource.drop", () -> state.handles().remove((int) arguments[0], resource));
            CallScope borrowedFor = handle.borrowedFor();
            if (borrowedFor != null) {
                borrowedFor.returned();
            } else {
                resource.drop(handle, state);
            }
            return 0;
        };
    }

    /** Returns the function that gives the representation behind a handle. */
    public static HostEntry representation(InstanceState state, RuntimeResource resource) {
        return arguments -> AbiFailure.guarded(
                "resource.rep",
                () -> state.handles().get((int) arguments[0], resource).representation());
    }

    /** Returns the function that stands for a built-in of the asynchronous part of the model. */
    public static HostEntry unsupported(InstanceState state, String name) {
        return arguments -> {
            state.requireMayLeave();
            throw new EngineException(
                    ErrorCode.UNSUPPORTED_FEATURE,
                    "the guest called '" + name + "': asynchronous components do not run yet; build it synchronous");
        };
    }
}
