package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/**
 * An instance of a core module. Used by one thread at a time.
 *
 * <p>Instances of one statement share its meter. An instance whose call failed is in an unknown state; whoever owns it throws
 * it away.
 */
public final class CoreInstance implements AutoCloseable {
    /**
     * Returns an export, the same object every time.
     *
     * @throws EngineException with {@link ErrorCode#UNKNOWN_EXPORT}
     */
    public CoreExtern export(String name) {
        throw new EngineException(ErrorCode.INTERNAL, "not written yet");
    }

    /** Returns an exported function, as {@link #export} does. */
    public CoreFunction function(String export) {
        return (CoreFunction) export(export);
    }

    /** Returns an exported memory, as {@link #export} does. */
    public LinearMemory memory(String export) {
        return (LinearMemory) export(export);
    }

    /** Returns an exported table, as {@link #export} does. */
    public CoreTable table(String export) {
        return (CoreTable) export(export);
    }

    /** Returns an exported global, as {@link #export} does. */
    public CoreGlobal global(String export) {
        return (CoreGlobal) export(export);
    }

    /** Returns an exported tag, as {@link #export} does. */
    public CoreTag tag(String export) {
        return (CoreTag) export(export);
    }

    /** Returns the bytes of the memory that the instance itself made; an imported one belongs to another. */
    public long memoryBytes() {
        throw new EngineException(ErrorCode.INTERNAL, "not written yet");
    }

    /** Gives the memory back to the budget. Closing again does nothing. */
    @Override
    public void close() {}
}
