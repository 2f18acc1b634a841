package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;

/** A function of a guest instance. */
final class GuestFunction extends CoreFunction {
    GuestFunction(CoreFunctionType type) {
        super(type);
    }

    @Override
    public long[] call(long... arguments) {
        throw notYet();
    }

    @Override
    public <T> T as(Class<T> functionalInterface) {
        throw notYet();
    }

    private static EngineException notYet() {
        return new EngineException(ErrorCode.INTERNAL, "not written yet");
    }
}
