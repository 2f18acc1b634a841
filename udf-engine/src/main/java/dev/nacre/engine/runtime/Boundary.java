package dev.nacre.engine.runtime;

import com.dylibso.chicory.wasm.ChicoryException;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/** Where everything that a guest's running can throw becomes our exception. */
final class Boundary {
    private Boundary() {}

    /**
     * Returns our exception for what came out of guest code; ours pass unchanged.
     *
     * @param instance whose function the host called
     */
    static EngineException translate(Throwable thrown, CoreInstance instance) {
        if (thrown instanceof EngineException ours) {
            return ours.code() == ErrorCode.TRAP && ours.getCause() == null ? located(ours, instance) : ours;
        }
        if (thrown instanceof StackOverflowError) {
            return new EngineException(
                    ErrorCode.CALL_DEPTH, "the guest's nested calls used up the JVM's stack; it recurses without end?");
        }
        if (thrown instanceof OutOfMemoryError) {
            return new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    "the JVM has no heap left for the guest; lower setting memory or raise -Xmx",
                    thrown);
        }
        String words = trapWords(thrown);
        return words == null
                ? new EngineException(ErrorCode.INTERNAL, "guest code failed in an unknown way: " + thrown, thrown)
                : new EngineException(ErrorCode.TRAP, words + GuestPlace.of(thrown, instance.module), thrown);
    }

    private static EngineException located(EngineException trap, CoreInstance instance) {
        String place = GuestPlace.of(trap, instance.module);
        return place.isEmpty() ? trap : new EngineException(ErrorCode.TRAP, trap.getMessage() + place, trap);
    }

    private static @org.jspecify.annotations.Nullable String trapWords(Throwable thrown) {
        if (thrown instanceof IndexOutOfBoundsException) {
            return Traps.MEMORY;
        }
        if (thrown instanceof GuestException || thrown instanceof ChicoryException) {
            return thrown.getMessage();
        }
        return thrown instanceof ArithmeticException ? "integer divide by zero" : null;
    }
}
