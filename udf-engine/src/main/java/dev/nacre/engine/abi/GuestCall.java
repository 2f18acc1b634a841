package dev.nacre.engine.abi;

import dev.nacre.engine.runtime.HostEntry;

/** A core function made of another guest's function (CanonicalABI.md, {@code canon lower}). */
final class GuestCall implements HostEntry {
    private final AbiContext context;
    private final LiftedFunction callee;
    private final Crossing crossing;

    GuestCall(CallPlan plan, AbiContext context, LiftedFunction callee) {
        this.context = context;
        this.callee = callee;
        this.crossing = new Crossing(plan, context, callee);
    }

    @Override
    public long call(long[] arguments) {
        context.state().requireMayLeave();
        return callee.callAcross(context, crossing, new FlatValues(arguments));
    }
}
