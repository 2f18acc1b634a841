package dev.nacre.engine.link;

import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.abi.InstanceState;
import dev.nacre.engine.host.HostCall;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.RawHostFunction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host function together with what the host keeps for the instance that calls it. */
final class HostComponentFunction implements ComponentFunction {
    private final HostFunction function;
    private final HostCall hostCall;

    HostComponentFunction(HostFunction function, HostCall hostCall) {
        this.function = function;
        this.hostCall = hostCall;
    }

    @Override
    public @Nullable Object call(@Nullable InstanceState caller, @Nullable Object[] arguments) {
        return function.call(hostCall, arguments);
    }

    Optional<RawHostFunction> raw() {
        return function.raw();
    }

    HostCall hostCall() {
        return hostCall;
    }
}
