package dev.nacre.engine.abi;

/**
 * Carries the values of calls from one guest, through its lowered function, to another's lifted function and back. Used by
 * one thread at a time.
 *
 * <p>What the guests do wrong on the way leaves as an {@link dev.nacre.engine.EngineException} that names the function of
 * the guilty one.
 */
interface Crossing {
    /** Lifts the arguments of the caller and lowers them for the callee, who has been entered. */
    void carryArguments(FlatValues from, FlatValues to);

    /**
     * Lifts the result of the callee and lowers it for the caller.
     *
     * @param to the caller's core arguments, from where the pointer for the result stands when there is one
     * @return the core result for the caller, 0 for none
     */
    long carryResult(FlatValues from, FlatValues to);
}
