package dev.nacre.engine.link;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;

/** Where engines are made, for {@link ComponentEngine#create}. */
public final class ComponentEngines {
    private ComponentEngines() {}

    /** Makes an engine. One serves a whole JVM or database. */
    public static ComponentEngine create(EngineOptions options) {
        return new LinkingEngine(options);
    }
}
