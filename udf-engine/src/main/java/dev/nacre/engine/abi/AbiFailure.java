package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot cross the boundary, thrown where it is seen and turned into an
 * {@link dev.nacre.engine.EngineException} by the call plan, which knows the function and the parameter. Never leaves this
 * package.
 */
final class AbiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final boolean whileLowering;

    AbiFailure(ErrorCode code, String message) {
        this(code, message, false);
    }

    private AbiFailure(ErrorCode code, String message, boolean whileLowering) {
        super(message, null, false, false);
        this.code = code;
        this.whileLowering = whileLowering;
    }

    ErrorCode code() {
        return code;
    }

    /** Returns whether the guest that takes a value failed: between two guests, the one that does not give it. */
    boolean isWhileLowering() {
        return whileLowering;
    }

    /** Returns the same failure, said to be of the guest that takes a value. */
    AbiFailure whileLowering() {
        return new AbiFailure(code, String.valueOf(getMessage()), true);
    }

    /**
     * Runs the action of a built-in.
     *
     * @throws EngineException for a failure, naming the built-in
     */
    static <T> T guarded(String builtIn, Supplier<T> action) {
        try {
            return action.get();
        } catch (AbiFailure failure) {
            throw new EngineException(failure.code(), builtIn + ": " + failure.getMessage(), failure);
        }
    }

    static AbiFailure violation(String message) {
        return new AbiFailure(ErrorCode.ABI_VIOLATION, message);
    }

    static AbiFailure mismatch(String witType, String expected, @Nullable Object found) {
        String name = found == null ? "null" : found.getClass().getName();
        return new AbiFailure(
                ErrorCode.ARGUMENT_MISMATCH, "expected " + expected + " for " + witType + ", found " + name);
    }

    static AbiFailure wrongCount(String typeName, int expected, int found) {
        return new AbiFailure(
                ErrorCode.ARGUMENT_MISMATCH, "expected " + expected + " fields for " + typeName + ", found " + found);
    }

    static AbiFailure unknownName(String typeName, Object found, List<String> names) {
        return new AbiFailure(
                ErrorCode.ARGUMENT_MISMATCH,
                "expected one of " + names + " for " + typeName + ", found '" + found + "'");
    }

    /** Returns the same failure, said of a part of what it was said of. */
    AbiFailure inside(String part) {
        return new AbiFailure(code, part + ": " + getMessage(), whileLowering);
    }

    /** Returns the same failure, said of a part of a value when it is of the guest that takes the value. */
    AbiFailure insideWhileLowering(String part) {
        return whileLowering ? inside(part) : this;
    }

    static AbiFailure outOfBounds(String what, int pointer, long length, long memorySize) {
        return violation(what + " out of bounds of memory: pointer " + Integer.toUnsignedString(pointer) + ", length "
                + length + ", memory of " + memorySize + " bytes");
    }

    static AbiFailure misaligned(String what, int pointer, int alignment) {
        return violation(what + " not aligned: pointer " + Integer.toUnsignedString(pointer)
                + ", expected a multiple of " + alignment);
    }
}
