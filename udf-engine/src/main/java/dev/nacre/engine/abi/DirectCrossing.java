package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;

/** Carries all values from memory to memory and from core values to core values, between two instances. */
final class DirectCrossing implements Crossing {
    private final TransferPlan transfers;
    private final CallPlan callerPlan;
    private final CallPlan calleePlan;
    private final Passage there;
    private final Passage back;
    private final FlatValues coreResult = new FlatValues(CallPlan.MAX_FLAT_RESULTS);

    DirectCrossing(CallPlan callerPlan, AbiContext callerContext, LiftedFunction callee) {
        this.callerPlan = callerPlan;
        this.calleePlan = callee.plan();
        this.transfers = callerPlan.transfersTo(calleePlan);
        this.there = new Passage(callerContext, callee.context());
        this.back = new Passage(callee.context(), callerContext);
    }

    @Override
    public void carryArguments(FlatValues from, FlatValues to) {
        try {
            transfers.carryArguments(there, from, to);
        } catch (AbiFailure failure) {
            throw named(failure, callerPlan, calleePlan);
        }
    }

    @Override
    public long carryResult(FlatValues from, FlatValues to) {
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
