package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreFunctionType;
import org.jspecify.annotations.Nullable;

/**
 * A core function: of a guest instance, or of the host.
 *
 * <p>Used by its instance's thread alone. Values travel as {@code long}: an i32 in the low 32 bits, an f32 as raw bits in
 * the low 32, an f64 as raw bits. Every call from the host ends in a result or in an
 * {@link dev.nacre.engine.EngineException}.
 */
public abstract sealed class CoreFunction implements CoreExtern permits GuestFunction, HostCoreFunction {
    private final CoreFunctionType type;

    CoreFunction(CoreFunctionType type) {
        this.type = type;
    }

    /**
     * Makes a function of the host that guests can import. It has at most one result.
     *
     * @throws dev.nacre.engine.EngineException with UNSUPPORTED_FEATURE for a type with more than one result
     */
    public static CoreFunction host(CoreFunctionType type, HostEntry entry) {
        return new HostCoreFunction(type, entry);
    }

    /** Returns the core type. */
    public final CoreFunctionType type() {
        return type;
    }

    /**
     * Calls the function from the host.
     *
     * @param arguments one for each parameter; the upper half of an i32 or f32 is ignored
     * @return one for each result; an i32 sign-extended; a fresh array or an empty one
     * @throws dev.nacre.engine.EngineException for all that goes wrong in the guest, and with ARGUMENT_MISMATCH for another
     *     number of arguments
     */
    public abstract long[] call(long... arguments);

    /**
     * Calls a function of at most one result from the host, for callers that make many calls: the same as {@link #call}
     * through a generated class, with nothing allocated.
     *
     * @param arguments as for {@link #call}; may be overwritten
     * @return the result, 0 for none
     * @throws dev.nacre.engine.EngineException as {@link #call}, and with ARGUMENT_MISMATCH for a function of several results
     */
    public abstract long invoke(long[] arguments);

    /**
     * Returns a typed handle: an object of a generated class that calls the compiled function without boxing, about a
     * nanosecond a call. The class is generated once for each compiled function and interface, and kept with the module.
     *
     * @param functionalInterface a public interface whose one abstract method has this function's type with i32 as
     *     {@code int}, i64 as {@code long}, f32 as {@code float}, f64 as {@code double}, no result as {@code void}
     * @throws dev.nacre.engine.EngineException with ARGUMENT_MISMATCH when the interface has another shape; the handle's
     *     method throws what {@link #call} throws
     */
    public abstract <T> T as(Class<T> functionalInterface);

    /**
     * Calls the function from guest code: what it throws passes through the caller.
     *
     * @param arguments may be overwritten, and returned with the result
     * @return one for each result; null for none
     */
    abstract long @Nullable [] callFromGuest(CoreInstance caller, long[] arguments);

    /** Returns the function's index in {@link #owner}. */
    abstract int index();

    /** Returns the instance that calls through a table go to. */
    abstract CoreInstance owner();
}
