package dev.nacre.engine.runtime;

/**
 * A function of the host as core guest code calls it.
 *
 * <p>It may be reached with the JVM stack nearly used up, so it takes no locks and leaves nothing half done. An
 * {@link dev.nacre.engine.EngineException} passes through the guest unchanged and cannot be caught by it; anything else
 * thrown becomes one with code INTERNAL.
 */
@FunctionalInterface
public interface HostEntry {
    /**
     * Runs the function.
     *
     * @param arguments one for each parameter: an i32 in the low 32 bits (the upper ones may hold anything), an f32 as raw
     *     bits in the low 32, an f64 as raw bits; belongs to this call and may be overwritten
     * @return the result in the same form, 0 for none
     */
    long call(long[] arguments);
}
