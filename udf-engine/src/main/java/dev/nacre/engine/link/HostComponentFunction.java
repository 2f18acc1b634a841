package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.host.HostCall;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.RawHostFunction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host function together with what the host keeps for the instance that calls it. */
final class HostComponentFunction implements ComponentFunction {
    private final String name;
    private final HostFunction function;
    private final HostCall hostCall;

    /**
     * @param name for messages: of the interface and the function
     */
    HostComponentFunction(String name, HostFunction function, HostCall hostCall) {
        this.name = name;
        this.function = function;
        this.hostCall = hostCall;
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) {
        try {
            return function.call(hostCall, arguments);
        } catch (EngineException | VirtualMachineError meant) {
            throw meant;
        } catch (Throwable failure) {
            throw failed(failure);
        }
    }

    Optional<RawHostFunction> raw() {
        return function.raw();
    }

    /** Calls the form of the function that {@link #raw} gave. */
    long callRaw(RawHostFunction raw, byte[] memory, int memoryBytes, long[] arguments) {
        try {
            return raw.call(hostCall, memory, memoryBytes, arguments);
        } catch (EngineException | VirtualMachineError meant) {
            throw meant;
        } catch (Throwable failure) {
            throw failed(failure);
        }
    }

    private EngineException failed(Throwable failure) {
        return new EngineException(
                ErrorCode.HOST_FAILURE,
                "host function '" + name + "' failed: " + failure.getClass().getName() + "; correct the host function",
                failure);
    }
}
