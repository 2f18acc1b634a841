/**
 * The binary format of components: bytes to declarations, without asking whether they make sense together.
 *
 * <p>The nouns: {@link dev.nacre.engine.binary.ComponentReader} (the decoder), {@link
 * dev.nacre.engine.binary.ComponentSource} (what was written), {@link dev.nacre.engine.binary.Declaration} (one thing in
 * it), {@link dev.nacre.engine.binary.Sort} (the twelve index spaces). See the component model's
 * <a href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md">Binary.md</a>. The package
 * imports nothing of the engine but its root and the value types of {@code engine.core} and {@code engine.wit}.
 */
@NullMarked
package dev.nacre.engine.binary;

import org.jspecify.annotations.NullMarked;
