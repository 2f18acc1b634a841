/**
 * The canonical ABI: how values of the component model lie in linear memory and travel as core values.
 *
 * <p>The nouns: {@link dev.nacre.engine.abi.Codec} (one small class for each kind of type, built once and shared),
 * {@link dev.nacre.engine.abi.CallPlan} (a function's signature, ready to be walked on each call) and
 * {@link dev.nacre.engine.abi.AbiContext} (the memory, allocator and handle table that one canonical function works on).
 * The rules are those of <a
 * href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md">CanonicalABI.md</a>. The
 * package imports the engine's root, {@code wit}, {@code core}, {@code runtime} and {@code sandbox}; it decodes and links
 * nothing.
 */
@NullMarked
package dev.nacre.engine.abi;

import org.jspecify.annotations.NullMarked;
