package dev.nacre.engine.abi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries all values as Java objects. For a guest that calls itself: what it lifts lies in the memory and the handle table
 * that it lowers into, so that all has to be lifted before anything is lowered.
 */
final class ValueCrossing implements Crossing {
    private final Side caller;
    private final Side callee;

    ValueCrossing(CallPlan callerPlan, AbiContext callerContext, LiftedFunction callee) {
        this.caller = new Side(callerPlan, callerContext);
        this.callee = new Side(callee.plan(), callee.context());
    }

    private record Side(CallPlan plan, AbiContext context) {
        <T extends @Nullable Object> T guarded(Supplier<T> action) {
            try {
                return action.get();
            } catch (AbiFailure failure) {
                throw plan.failure(failure);
            }
        }
    }

    @Override
    public void carryArguments(FlatValues from, FlatValues to) {
        @Nullable
        Object[] values = caller.guarded(() -> {
            caller.context.beginLiftForGuest();
            return caller.plan.liftArguments(caller.context, from);
        });
        callee.guarded(() -> {
            callee.plan.lowerArguments(callee.context, values, to);
            return to;
        });
    }

    @Override
    public long carryResult(FlatValues from, FlatValues to) {
        Object value = callee.guarded(() -> {
            callee.context.beginLiftForGuest();
            return callee.plan.liftResult(callee.context, from);
        });
        return caller.guarded(() -> caller.plan.lowerResult(caller.context, value, to));
    }
}
