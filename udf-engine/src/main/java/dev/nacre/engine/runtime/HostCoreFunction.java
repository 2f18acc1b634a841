package dev.nacre.engine.runtime;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;

/** A function of the host that guests import. */
final class HostCoreFunction extends CoreFunction {
    private final HostEntry entry;

    HostCoreFunction(CoreFunctionType type, HostEntry entry) {
        super(type);
        this.entry = requireNonNull(entry, "entry is null");
    }

    @Override
    public long[] call(long... arguments) {
        long result = entry.call(arguments.clone());
        return type().results().isEmpty() ? new long[0] : new long[] {result};
    }

    @Override
    public <T> T as(Class<T> functionalInterface) {
        throw new EngineException(ErrorCode.INTERNAL, "not written yet");
    }
}
