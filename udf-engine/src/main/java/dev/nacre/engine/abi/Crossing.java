package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;

/**
 * Carries the values of calls from one guest, through its lowered function, to another's lifted function and back: from
 * memory to memory and from core values to core values. Used by one thread at a time.
 *
 * <p>What the guests do wrong on the way leaves as an {@link EngineException} that names the function of the guilty one.
 */
final class Crossing {
    private final TransferPlan transfers;
    private final CallPlan callerPlan;
    private final CallPlan calleePlan;
    private final Passage there;
    private final Passage back;
    private final FlatValues coreResult = new FlatValues(CallPlan.MAX_FLAT_RESULTS);

    Crossing(CallPlan callerPlan, AbiContext callerContext, LiftedFunction callee) {
        this.callerPlan = callerPlan;
        this.calleePlan = callee.plan();
        this.transfers = callerPlan.transfersTo(calleePlan);
        this.there = new Passage(callerContext, callee.context());
        this.back = new Passage(callee.context(), callerContext);
    }

    /** Lifts the arguments of the caller and lowers them for the callee, who has been entered. */
    void carryArguments(FlatValues from, FlatValues to) {
        try {
            transfers.carryArguments(there, from, to);
        } catch (AbiFailure failure) {
            throw named(failure, callerPlan, calleePlan);
        }
    }

    /**
     * Lifts the result of the callee and lowers it for the caller.
     *
     * @param to the caller's core arguments, from where the pointer for the result stands when there is one
     * @return the core result for the caller, 0 for none
     */
    long carryResult(FlatValues from, FlatValues to) {
        coreResult.clear();
        try {
            transfers.carryResult(back, from, to, coreResult);
        } catch (AbiFailure failure) {
            throw named(failure, calleePlan, callerPlan);
        }
        return coreResult.array()[0];
    }

    private static EngineException named(AbiFailure failure, CallPlan source, CallPlan target) {
        return (failure.isWhileLowering() ? target : source).failure(failure);
    }
}
