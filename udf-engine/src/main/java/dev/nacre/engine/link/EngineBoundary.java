package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
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
        } catch (EngineException exception) {
            throw exception;
        } catch (StackOverflowError exhausted) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "the component is nested too deeply to be read; use a flatter one",
                    exhausted);
        } catch (OutOfMemoryError exhausted) {
            throw new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    "the JVM ran out of memory while " + action + " the component; use a smaller one or raise -Xmx",
                    exhausted);
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            throw new EngineException(
                    ErrorCode.INTERNAL, action + " the component failed: " + failure + "; please report this", failure);
        }
    }
}
