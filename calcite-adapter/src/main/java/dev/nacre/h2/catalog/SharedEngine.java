package dev.nacre.h2.catalog;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostModule;
import dev.nacre.functions.settings.EffectiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * The engine of the JVM, made when the first component is loaded: most connections never need one, and should not wait for
 * it. Safe for use by many threads.
 */
final class SharedEngine implements ComponentEngine {
    private @Nullable ComponentEngine engine;

    @Override
    public Component load(byte[] component) {
        return engine().load(component);
    }

    @Override
    public Component load(byte[] component, Limits limits, Object owner) {
        return engine().load(component, limits, owner);
    }

    @Override
    public CompiledComponent compile(byte[] component) {
        return engine().compile(component);
    }

    @Override
    public HostModule coreModule(byte[] module) {
        return engine().coreModule(module);
    }

    @Override
    public ComponentDescription describe(byte[] component) {
        return engine().describe(component);
    }

    @Override
    public synchronized long liveInstances() {
        return engine == null ? 0 : engine.liveInstances();
    }

    /** Does nothing: the engine lives as long as the JVM. */
    @Override
    public void close() {
        // what it keeps is shared by all databases
    }

    private synchronized ComponentEngine engine() {
        ComponentEngine shared = engine;
        if (shared == null) {
            shared = ComponentEngine.create(new EngineOptions(
                    Limits.sandbox(),
                    HostInterfaces.standard(),
                    CodeCacheSettings.read(),
                    EffectiveSettings.ofJvm().compilations()));
            engine = shared;
        }
        return shared;
    }
}
