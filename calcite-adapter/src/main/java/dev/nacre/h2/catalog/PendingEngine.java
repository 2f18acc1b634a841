package dev.nacre.h2.catalog;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/** Stands in for the engine until its linker is in. */
final class PendingEngine implements ComponentEngine {
    @Override
    public Component load(byte[] component) {
        throw new EngineException(ErrorCode.INTERNAL, "the engine is not linked in yet");
    }

    @Override
    public ComponentDescription describe(byte[] component) {
        throw new EngineException(ErrorCode.INTERNAL, "the engine is not linked in yet");
    }

    @Override
    public long liveInstances() {
        return 0;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
