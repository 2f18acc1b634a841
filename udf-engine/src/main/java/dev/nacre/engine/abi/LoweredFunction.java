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
        if (callee instanceof LiftedFunction guest) {
            return guest.isKin(context.state()) ? amongKin(plan, context) : new GuestCall(plan, context, guest);
        }
        return new LoweredFunction(plan, context, callee);
    }

    /**
     * An instance does not call itself, nor one that it stands in or that stands in it. CanonicalABI.md, "Component Instances",
     * would let a parent wrap its children; the specification's tests (async/trap-on-reenter) ask for a trap until what that
     * means for asynchronous calls is settled.
     */
    private static HostEntry amongKin(CallPlan plan, AbiContext context) {
        return arguments -> {
            context.state().requireMayLeave();
            throw new EngineException(
                    ErrorCode.ABI_VIOLATION,
                    plan.subject()
                            + ": cannot enter component instance: a component calls neither itself nor the component"
                            + " around it, nor one inside of it");
        };
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
        Object value = callee.call(values);
        context.state().requireIntact();
        long result = lower(value, flat);
        dismissGifts();
        if (scope != null) {
            scope.takeBack();
        }
        return result;
    }

    /** Forgets how to take back what the host gave away: the guest has it now. */
    private void dismissGifts() {
        context.takeScope();
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
                ErrorCode.HOST_FAILURE,
                plan.subject() + ": the host returned a wrong value: " + failure.getMessage()
                        + "; correct the host function",
                failure);
    }
}
