/**
 * Scripts as {@code wasm-tools json-from-wast} writes them: a list of commands, and beside the JSON file the binaries that
 * they name. What is read is hostile: sizes and depths are bounded, and only
 * {@link dev.nacre.conformance.ConformanceException} leaves the package. It knows nothing of the engine.
 */
@NullMarked
package dev.nacre.conformance.script;

import org.jspecify.annotations.NullMarked;
