package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreModule;

/** Reads the core modules of the component that is being validated. */
@FunctionalInterface
public interface CoreModules {
    /**
     * Reads and validates one core module, as far as a reader of core modules goes.
     *
     * @param offset of its first byte in the component
     * @param length in bytes
     * @throws dev.nacre.engine.EngineException when it is not a core module that the engine runs
     */
    CoreModule read(int offset, int length);

    /** Called between two declarations, and between two steps over types; what it throws ends the validation. */
    default void poll() {}
}
