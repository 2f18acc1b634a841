package dev.nacre.engine.host;

/**
 * A host function on the flat arguments of the canonical ABI, for calls that are cheaper when nothing is decoded.
 *
 * <p>Only used where the import is lowered with string encoding UTF-8; otherwise the decoded form is called. The function
 * checks every pointer and string itself, as the canonical ABI would. See the Canonical ABI, "Flattening".
 */
@FunctionalInterface
public interface RawHostFunction {
    /**
     * Runs the function.
     *
     * @param call what belongs to the calling instance
     * @param memory the array behind the guest's memory; only the first {@code memoryBytes} belong to the guest
     * @param memoryBytes how long the guest's memory is now
     * @param arguments flat values in order, an i32 in the low 32 bits (the upper ones may hold anything), floats as bits
     * @return the flat result, 0 for none
     * @throws dev.nacre.engine.EngineException to end the guest's call
     */
    long call(HostCall call, byte[] memory, int memoryBytes, long[] arguments);
}
