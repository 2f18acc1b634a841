package dev.nacre.engine.host;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.runtime.CompiledModule;

/**
 * A core module that the host offers to components that import one: made by
 * {@link dev.nacre.engine.ComponentEngine#coreModule}, or exported by an instance of another component. Immutable.
 */
public final class HostModule {
    private final CompiledModule module;

    /** Wraps a compiled module; for the engine. */
    public HostModule(CompiledModule module) {
        this.module = requireNonNull(module, "module is null");
    }

    /** Returns the module; for the engine. */
    public CompiledModule compiled() {
        return module;
    }
}
