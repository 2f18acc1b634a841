package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/** Traps in the words of the WebAssembly specification's own tests. */
final class Traps {
    static final String MEMORY = "out of bounds memory access";

    private Traps() {}

    static EngineException trap(String words) {
        return new EngineException(ErrorCode.TRAP, words);
    }

    static EngineException memoryOutOfBounds() {
        return trap(MEMORY);
    }

    static EngineException tableOutOfBounds() {
        return trap("out of bounds table access");
    }
}
