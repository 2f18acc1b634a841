package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.functions.settings.EffectiveSettings;

/** What is tried before a component is taken into a catalog. */
public final class ComponentTrial {
    private ComponentTrial() {}

    /**
     * Loads a component under the caps of whoever brings it.
     *
     * @throws EngineException as {@link ComponentEngine#load(byte[])}
     */
    public static Component load(ComponentEngine engine, byte[] bytes, EffectiveSettings settings) {
        return engine.load(bytes, settings.loadLimits());
    }
}
