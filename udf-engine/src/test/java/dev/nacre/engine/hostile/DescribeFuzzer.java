package dev.nacre.engine.hostile;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;

/** A Jazzer target: the bytes are a component that is described, under the widest limits there are. */
public final class DescribeFuzzer {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.specification(), HostInterfaces.standard()));

    private DescribeFuzzer() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            ENGINE.describe(input);
        } catch (EngineException refusal) {
            if (refusal.code() == ErrorCode.INTERNAL) {
                throw new AssertionError("the engine failed", refusal);
            }
        }
    }
}
