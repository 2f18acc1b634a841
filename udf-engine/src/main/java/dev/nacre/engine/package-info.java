/**
 * WebAssembly components on the JVM: bytes in, callable functions out.
 *
 * <p>The door is {@link dev.nacre.engine.ComponentEngine}: it loads a {@link dev.nacre.engine.Component}, which makes
 * {@link dev.nacre.engine.ComponentInstance}s, whose exports are {@link dev.nacre.engine.ExportedFunction}s. Everything
 * that goes wrong is an {@link dev.nacre.engine.EngineException} with an {@link dev.nacre.engine.ErrorCode}.
 *
 * <p>This package holds the public face and the vocabulary that all packages below share. It knows nothing of SQL.
 */
@NullMarked
package dev.nacre.engine;

import org.jspecify.annotations.NullMarked;
