package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.HostEntry;
import org.jspecify.annotations.Nullable;

/** A core function made of a function of the host (CanonicalABI.md, {@code canon lower}). */
public final class LoweredFunction implements HostEntry {
    private final CallPlan plan;
    private final AbiContext context;
    private final ComponentFunction callee;

    /** Returns the core function that an instance calls to reach a component function. */
    public static HostEntry of(CallPlan plan, AbiContext context, ComponentFunction callee) {
        return callee instanceof LiftedFunction guest
                ? new GuestCall(plan, context, guest)
                : new LoweredFunction(plan, context, callee);
    }

    private LoweredFunction(CallPlan plan, AbiContext context, ComponentFunction callee) {
        this.plan = plan;
        this.context = context;
        this.callee = callee;
    }

    @Override
    public long call(long[] arguments) {
        context.state().requireMayLeave();
        FlatValues flat = new FlatValues(arguments);
        @Nullable Object[] values = lift(flat);
        CallScope scope = context.takeScope();
        Object value = callee.call(context.state(), values);
        long result = lower(value, flat);
        if (scope != null) {
            scope.takeBack();
        }
        return result;
    }

    private @Nullable Object[] lift(FlatValues flat) {
        try {
            context.beginLift();
            return plan.liftArguments(context, flat);
        } catch (AbiFailure failure) {
            throw plan.failure(failure);
        }
    }

    private long lower(@Nullable Object value, FlatValues flat) {
        try {
            return plan.lowerResult(context, value, flat);
        } catch (AbiFailure failure) {
            throw failure.code() == ErrorCode.ARGUMENT_MISMATCH ? wrongResult(failure) : plan.failure(failure);
        }
    }

    private EngineException wrongResult(AbiFailure failure) {
        return new EngineException(
                ErrorCode.INTERNAL,
                plan.subject() + ": the host returned a wrong value: " + failure.getMessage()
                        + "; correct the host function",
                failure);
    }
}
