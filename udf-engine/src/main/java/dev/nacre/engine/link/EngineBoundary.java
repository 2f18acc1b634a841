package dev.nacre.engine.link;

import dev.nacre.engine.sandbox.Failures;
import java.util.function.Supplier;

/** Lets nothing but exceptions of the engine out of work on components, whatever hostile bytes provoke. */
final class EngineBoundary {
    private EngineBoundary() {}

    /**
     * Runs work.
     *
     * @param action names it in messages: "loading", "linking"
     */
    static <T> T guarded(String action, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            throw Failures.whileReading(action, failure);
        }
    }
}
