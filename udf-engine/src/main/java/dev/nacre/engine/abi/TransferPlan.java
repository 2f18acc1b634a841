package dev.nacre.engine.abi;

import org.jspecify.annotations.Nullable;

/**
 * A function's signature, ready to carry arguments and results from one guest to another. Immutable: built once for each
 * pair of a lowered and a lifted function's plan, walked on each call.
 *
 * <p>Both plans are of the same type: what travels flat in one does so in the other.
 */
final class TransferPlan {
    private final Transfer parameters;
    private final Layout parametersLayout;
    private final boolean parametersInMemory;
    private final @Nullable Transfer result;
    private final Layout resultLayout;
    private final boolean resultInMemory;

    /**
     * @param result of the callee to the caller; null for none
     * @param resultLayout of no meaning without result
     */
    TransferPlan(
            Transfer parameters,
            Layout parametersLayout,
            boolean parametersInMemory,
            @Nullable Transfer result,
            Layout resultLayout,
            boolean resultInMemory) {
        this.parameters = parameters;
        this.parametersLayout = parametersLayout;
        this.parametersInMemory = parametersInMemory;
        this.result = result;
        this.resultLayout = resultLayout;
        this.resultInMemory = resultInMemory;
    }

    /** Carries the arguments of a call from the caller to the callee. */
    void carryArguments(Passage passage, FlatValues from, FlatValues to) {
        passage.source().beginLift();
        if (!parametersInMemory) {
            parameters.pass(passage, from, to);
            return;
        }
        int pointer = from.nextInt();
        passage.source().requireRange("parameters", pointer, parametersLayout.size(), parametersLayout.alignment());
        int target = passage.target().allocate(parametersLayout.alignment(), parametersLayout.size());
        parameters.copy(passage, pointer, target);
        to.putInt(target);
    }

    /**
     * Carries the result of a call from the callee to the caller.
     *
     * @param pointers where the caller's pointer for the result stands, when it travels in memory
     * @param to takes the core result of the caller, if there is one
     */
    void carryResult(Passage passage, FlatValues from, FlatValues pointers, FlatValues to) {
        if (result == null) {
            return;
        }
        passage.source().beginLift();
        if (!resultInMemory) {
            result.pass(passage, from, to);
            return;
        }
        int pointer = from.nextInt();
        passage.source().requireRange("result", pointer, resultLayout.size(), resultLayout.alignment());
        int target = pointers.nextInt();
        passage.target().requireTarget("result", target, resultLayout.size(), resultLayout.alignment());
        result.copy(passage, pointer, target);
    }
}
