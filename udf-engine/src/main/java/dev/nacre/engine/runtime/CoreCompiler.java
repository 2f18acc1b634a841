package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreModule;

/** Compiles core modules to JVM classes. */
public final class CoreCompiler {
    private CoreCompiler() {}

    /**
     * Parses, validates and compiles a core module that was screened.
     *
     * @param bytes hold the module; not kept
     * @param offset where it starts
     * @param length how long it is
     * @param facts what the screening learned about these very bytes
     * @param deadline when to give up
     * @throws EngineException with {@link ErrorCode#MALFORMED}, {@link ErrorCode#INVALID},
     *     {@link ErrorCode#UNSUPPORTED_FEATURE}, {@link ErrorCode#FUNCTION_TOO_LARGE}, {@link ErrorCode#CAP_EXCEEDED} or
     *     {@link ErrorCode#COMPILE_TIMEOUT}
     */
    public static CompiledModule compile(
            byte[] bytes, int offset, int length, CoreModule facts, CompileDeadline deadline) {
        throw new EngineException(
                ErrorCode.INTERNAL, "not written yet: " + bytes.length + offset + length + facts + deadline);
    }
}
