package dev.nacre.engine;

import dev.nacre.engine.wit.FunctionType;
import org.jspecify.annotations.Nullable;

/** An exported function bound to an instance, with that instance's rule: one thread at a time. */
public interface ExportedFunction {
    /** Returns the name as the component exports it, version included. */
    String name();

    /** Returns the type in WIT. */
    FunctionType type();

    /**
     * Calls the function with values in the Java forms of {@link dev.nacre.engine.wit.WitType}. CanonicalABI.md,
     * {@code canon lift}.
     *
     * @param arguments as many as the function has parameters; none is null
     * @return the result in its Java form, null when the function has none
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} or {@link ErrorCode#NOT_UNICODE} for arguments that do
     *     not fit, {@link ErrorCode#UNSUPPORTED_FEATURE} for an asynchronous function, after which the instance stays
     *     usable; for all that goes wrong in the guest, after which it is closed; and with
     *     {@link ErrorCode#INSTANCE_CLOSED} from then on
     */
    @Nullable
    Object call(@Nullable Object... arguments);

    /**
     * Returns a typed handle: an object of a functional interface that calls the guest.
     *
     * <p>When all types are numbers and the method has their primitive forms ({@code long apply(long)} for
     * {@code func(s64) -> s64}; u8, u16, u32 and bool travel as {@code int} with the value's bits, u64 as {@code long}), the
     * handle is a generated class that boxes nothing. In all other cases values travel in the Java forms of
     * {@link dev.nacre.engine.wit.WitType}, numbers also as their primitives, and lists of numbers as arrays of those.
     *
     * {@snippet :
     * interface Greeter {
     *     String greet(String name);
     * }
     *
     * Greeter greeter = instance.function("greet").as(Greeter.class);
     * }
     *
     * @param functionalInterface a public interface with one abstract method
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} when the interface's method has another shape; the
     *     handle's method throws what {@link #call} throws
     */
    <T> T as(Class<T> functionalInterface);
}
