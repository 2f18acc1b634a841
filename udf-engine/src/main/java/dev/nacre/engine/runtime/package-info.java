/**
 * Core modules running: bytes to classes, classes to instances, calls into them.
 *
 * <p>The nouns: {@link dev.nacre.engine.runtime.CoreCompiler} makes a {@link dev.nacre.engine.runtime.CompiledModule}, which
 * makes {@link dev.nacre.engine.runtime.CoreInstance}s from {@link dev.nacre.engine.runtime.CoreExtern}s: functions,
 * memories, tables, globals and tags, each with identity.
 *
 * <p>This is the only package that imports Chicory, and it uses of it the parser, the compiler to JVM bytecode and the
 * arithmetic that compiled code calls. One pass over the compiled classes replaces Chicory's memory, instance, table and
 * exception by the ones of this package. Guest code is never interpreted.
 *
 * <p>What was compiled is kept in a {@link dev.nacre.engine.runtime.CodeStore}, if there is one.
 *
 * <p>The package imports nothing of the engine but its root, {@code cache}, {@code core} and {@code sandbox}.
 */
@NullMarked
package dev.nacre.engine.runtime;

import org.jspecify.annotations.NullMarked;
