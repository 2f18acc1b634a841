package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreModuleType;
import java.util.List;

/** A core module as classes, ready to be instantiated many times. Immutable and safe for use by many threads. */
public final class CompiledModule {
    private final CoreModuleType type;

    CompiledModule(CoreModuleType type) {
        this.type = type;
    }

    /** Returns the imports and exports. */
    public CoreModuleType type() {
        return type;
    }

    /**
     * Returns the functions whose JVM method is too long for the JIT compiler (over 8,000 bytecodes), so that they run some
     * sixty times slower than others; index, name and size of each, for a warning.
     */
    public List<String> slowFunctions() {
        throw new EngineException(ErrorCode.INTERNAL, "not written yet");
    }

    /**
     * Makes an instance: checks the imports' types, makes memories, tables and globals, applies the active segments, runs the
     * module's start function (not an export named {@code _start}).
     *
     * @param imports one for each import of {@link #type}, in order
     * @throws EngineException with {@link ErrorCode#IMPORT_MISMATCH}, {@link ErrorCode#MEMORY_LIMIT},
     *     {@link ErrorCode#LIMIT}, {@link ErrorCode#TRAP} for a segment out of bounds, and all that the start function can
     *     end with
     */
    public CoreInstance instantiate(List<? extends CoreExtern> imports, InstanceContext context) {
        throw new EngineException(ErrorCode.INTERNAL, "not written yet");
    }
}
