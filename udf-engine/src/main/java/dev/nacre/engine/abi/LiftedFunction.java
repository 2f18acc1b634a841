package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.CallGate;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.GatedHandles;
import dev.nacre.engine.runtime.GatedSignature;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component function made of a core function (CanonicalABI.md, {@code canon lift}). Mutable, used by one thread at a time.
 *
 * <p>The array for the core arguments is used again on each call: it is read before guest code can call back.
 */
public final class LiftedFunction implements ComponentFunction {
    private final CallPlan plan;
    private final AbiContext context;
    private final InstanceState state;
    private final CoreFunction callee;
    private final @Nullable CoreFunction postReturn;
    private final FlatValues arguments;
    private final FlatValues result;
    private @Nullable CoreCall coreCall;
    private @Nullable CoreCall coreCleanUp;

    /**
     * @param postReturn called with the core result after that was lifted; null for none
     */
    public LiftedFunction(CallPlan plan, AbiContext context, CoreFunction callee, @Nullable CoreFunction postReturn) {
        this.plan = plan;
        this.context = context;
        this.state = context.state();
        this.callee = callee;
        this.postReturn = postReturn;
        this.arguments = new FlatValues(plan.coreParameters());
        this.result = new FlatValues(plan.coreResults());
    }

    /** Returns the signature. */
    public CallPlan plan() {
        return plan;
    }

    /** Returns what the function is lowered into. */
    AbiContext context() {
        return context;
    }

    /**
     * Makes a typed handle.
     *
     * @param handles of the component
     * @param gate of the instance, which calls {@link #enter} and {@link #exit}
     * @return empty when a value lives in memory, the guest wants to clean up after each call, or the interface has another
     *     shape
     */
    public <T> Optional<T> typed(GatedHandles handles, Class<T> functionalInterface, CallGate gate) {
        Optional<GatedSignature> signature =
                postReturn == null ? TypedForm.of(plan.subject(), plan.type()) : Optional.empty();
        return signature.flatMap(form -> handles.make(form, callee, functionalInterface, gate));
    }

    /** Returns whether the function belongs to an instance, or to one around it or inside of it. */
    boolean isKin(InstanceState other) {
        return state.encloses(other) || other.encloses(state);
    }

    /** Enters the instance for a call of the host. */
    public void enter() {
        state.enterFromHost();
    }

    /** Leaves the instance after a call of the host. */
    public void exit() {
        state.leaveToHost();
    }

    /** Returns the same function, called differently in messages. */
    public LiftedFunction named(String subject) {
        return new LiftedFunction(plan.named(subject), context, callee, postReturn);
    }

    @Override
    public @Nullable Object call(@Nullable Object[] values) {
        plan.requireCount(values);
        enter();
        lower(values);
        CallScope scope = context.takeScope();
        Object lifted = run(scope);
        takeBack(scope);
        exit();
        return lifted;
    }

    /**
     * Calls the function for another guest.
     *
     * @param caller of the lowered function
     * @param crossing carries the values between the two
     * @param flat the core arguments of the lowered function
     * @return the core result of the lowered function, 0 for none
     */
    long callAcross(AbiContext caller, Crossing crossing, FlatValues flat) {
        state.enterFrom(caller.state());
        try {
            arguments.rewind();
            crossing.carryArguments(flat, arguments);
            long core = runAcross(caller, crossing, flat);
            state.leaveTo(caller.state());
            return core;
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    private long runAcross(AbiContext caller, Crossing crossing, FlatValues flat) {
        CallScope lent = caller.takeScope();
        CallScope borrowed = context.takeScope();
        long core = coreCall().invoke(arguments.array());
        requireAllReturned(borrowed);
        putResult(core);
        long carried = crossing.carryResult(result, flat);
        cleanUp(core);
        takeBack(lent);
        takeBack(borrowed);
        return carried;
    }

    private static void requireAllReturned(@Nullable CallScope scope) {
        if (scope != null) {
            scope.requireAllReturned();
        }
    }

    private static void takeBack(@Nullable CallScope scope) {
        if (scope != null) {
            scope.takeBack();
        }
    }

    private void lower(@Nullable Object[] values) {
        try {
            arguments.rewind();
            plan.lowerArguments(context, values, arguments);
        } catch (Throwable thrown) {
            throw isFaultOfCaller(thrown) ? rejected((AbiFailure) thrown) : failed(thrown);
        }
    }

    private @Nullable Object run(@Nullable CallScope scope) {
        try {
            long flat = state.store().meter().takesTime() ? timed() : coreCall().invoke(arguments.array());
            Object lifted = lift(flat);
            requireAllReturned(scope);
            cleanUp(flat);
            return lifted;
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    private long timed() {
        long start = System.nanoTime();
        try {
            return coreCall().invoke(arguments.array());
        } finally {
            state.store().meter().spent(System.nanoTime() - start);
        }
    }

    /** Returns the way to call the core function, looked for at the first call: most exports of an instance are never called. */
    private CoreCall coreCall() {
        CoreCall known = coreCall;
        if (known == null) {
            known = CoreCall.of(callee);
            coreCall = known;
        }
        return known;
    }

    private CoreCall coreCleanUp(CoreFunction function) {
        CoreCall known = coreCleanUp;
        if (known == null) {
            known = CoreCall.of(function);
            coreCleanUp = known;
        }
        return known;
    }

    private @Nullable Object lift(long flat) {
        putResult(flat);
        context.beginLift();
        return plan.liftResult(context, result);
    }

    private void cleanUp(long flat) {
        if (postReturn != null) {
            putResult(flat);
            state.setMayLeave(false);
            coreCleanUp(postReturn).invoke(result.array());
            state.setMayLeave(true);
        }
    }

    private void putResult(long flat) {
        if (plan.coreResults() != 0) {
            result.rewind();
            result.putLong(flat);
            result.rewind();
        }
    }

    /** Returns whether the arguments do not fit, which leaves the instance usable. */
    private static boolean isFaultOfCaller(Throwable thrown) {
        return thrown instanceof AbiFailure failure
                && (failure.code() == ErrorCode.ARGUMENT_MISMATCH || failure.code() == ErrorCode.NOT_UNICODE);
    }

    private EngineException rejected(AbiFailure failure) {
        CallScope scope = context.takeScope();
        if (scope != null) {
            scope.undo();
        }
        exit();
        return plan.failure(failure);
    }

    private EngineException failed(Throwable thrown) {
        return state.store().fail(thrown instanceof AbiFailure failure ? plan.failure(failure) : thrown);
    }
}
