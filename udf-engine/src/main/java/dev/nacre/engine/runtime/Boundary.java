package dev.nacre.engine.runtime;

import com.dylibso.chicory.wasm.ChicoryException;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.sandbox.Failures;
import org.jspecify.annotations.Nullable;

/** Finds the traps in what guest code throws, and their place; what else there is means what {@link Failures} say. */
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
        String words = trapWords(thrown);
        return words == null
                ? Failures.whileRunning(thrown)
                : new EngineException(ErrorCode.TRAP, words + GuestPlace.of(thrown, instance.module), thrown);
    }

    private static EngineException located(EngineException trap, CoreInstance instance) {
        String place = GuestPlace.of(trap, instance.module);
        return place.isEmpty() ? trap : new EngineException(ErrorCode.TRAP, trap.getMessage() + place, trap);
    }

    private static @Nullable String trapWords(Throwable thrown) {
        if (thrown instanceof IndexOutOfBoundsException) {
            return Traps.MEMORY;
        }
        if (thrown instanceof GuestException || thrown instanceof ChicoryException) {
            return thrown.getMessage();
        }
        return thrown instanceof ArithmeticException ? "integer divide by zero" : null;
    }
}
