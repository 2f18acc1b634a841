package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.sandbox.Meter;
import org.jspecify.annotations.Nullable;

/** A function of a guest instance. */
final class GuestFunction extends CoreFunction {
    private static final long[] NONE = {};

    private final CoreInstance instance;
    private final int index;
    private final boolean passesReferences;
    private @Nullable Invoker invoker;

    GuestFunction(CoreInstance instance, int index) {
        super(instance.module.functionTypes().get(index));
        this.instance = instance;
        this.index = index;
        this.passesReferences = References.arePassed(type());
    }

    @Override
    public long[] call(long... arguments) {
        checkCount(arguments);
        Meter meter = instance.memory.meter;
        int outer = meter.enterCall();
        try {
            long[] results = instance.code.call(index, arguments);
            return results == null ? NONE : results;
        } catch (Throwable failure) {
            throw Boundary.translate(failure, instance);
        } finally {
            meter.exitCall(outer);
        }
    }

    @Override
    public long invoke(long[] arguments) {
        checkCount(arguments);
        Invoker direct = invoker;
        if (direct == null) {
            direct = as(Invoker.class);
            invoker = direct;
        }
        return direct.invoke(arguments);
    }

    @Override
    public <T> T as(Class<T> functionalInterface) {
        return instance.module.adapters().make(functionalInterface, index, type(), instance);
    }

    @Override
    long @Nullable [] callFromGuest(CoreInstance caller, long[] arguments) {
        if (!passesReferences) {
            return instance.code.call(index, arguments);
        }
        References.move(arguments, type().parameters(), caller, instance);
        long[] results = instance.code.call(index, arguments);
        if (results != null) {
            References.move(results, type().results(), instance, caller);
        }
        return results;
    }

    @Override
    int index() {
        return index;
    }

    @Override
    CoreInstance owner() {
        return instance;
    }

    private void checkCount(long[] arguments) {
        if (arguments.length != type().parameters().size()) {
            throw new EngineException(
                    ErrorCode.ARGUMENT_MISMATCH,
                    "core function " + index + ": expected "
                            + type().parameters().size() + " arguments, found " + arguments.length);
        }
    }
}
