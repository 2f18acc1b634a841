package dev.nacre.engine;

import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exported function bound to an instance, with that instance's rule: one thread at a time. */
public interface ExportedFunction {
    /** Returns the name as the component exports it. */
    String name();

    /** Returns the type in WIT. */
    FunctionType type();

    /**
     * Calls the function with values in the Java forms of {@link dev.nacre.engine.wit.WitType}.
     *
     * @return the result in its Java form, null when the function has none
     * @throws EngineException for arguments that do not fit, and for all that goes wrong in the guest
     */
    @Nullable
    Object call(@Nullable Object... arguments);

    /**
     * Returns a typed handle: an object that implements the functional interface and calls the guest without boxing.
     *
     * @param functionalInterface a public interface whose one abstract method takes and gives the primitive forms of this
     *     function's types ({@code long apply(long)} for {@code func(s64) -> s64}); u8, u16, u32 and bool travel as
     *     {@code int} with the value's bits, u64 as {@code long}
     * @return empty when this function's type has no such form (strings, lists, records and other types in memory)
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} when the interface's method has another shape
     */
    <T> Optional<T> as(Class<T> functionalInterface);
}
