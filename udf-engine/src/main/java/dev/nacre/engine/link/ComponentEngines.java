package dev.nacre.engine.link;

import dev.nacre.engine.ComponentEngine;

/**
 * Where engines are made.
 *
 * {@snippet :
 * try (ComponentEngine engine = ComponentEngines.create(new EngineOptions(Limits.sandbox(), host))) {
 *     Component component = engine.load(bytes);
 * }
 * }
 */
public final class ComponentEngines {
    private ComponentEngines() {}

    /** Makes an engine. One serves a whole JVM or database. */
    public static ComponentEngine create(EngineOptions options) {
        return new LinkingEngine(options);
    }
}
