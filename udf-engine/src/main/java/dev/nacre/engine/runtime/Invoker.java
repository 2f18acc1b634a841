package dev.nacre.engine.runtime;

/** A call with boxed numbers, as generated typed handles make it without a dispatch by index. Implemented by generated code. */
public interface Invoker {
    /**
     * Calls the function from the host.
     *
     * @param arguments one for each parameter
     * @return the result, 0 for none
     */
    long invoke(long[] arguments);
}
