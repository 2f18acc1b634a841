/**
 * What Nacre adds to Calcite's relational algebra: H2's types, scans of H2, calls of WebAssembly functions, constants.
 *
 * <p>The nouns: {@link dev.nacre.calcite.algebra.H2Type} (any of H2's types as Calcite's), {@link
 * dev.nacre.calcite.algebra.H2Scan} (rows of a statement that H2 runs), {@link
 * dev.nacre.calcite.algebra.WasmOperator} (one version of a function). A plan is a tree of these and Calcite's own
 * logical relational expressions. Must not import {@code split} or {@code run}.
 */
@NullMarked
package dev.nacre.calcite.algebra;

import org.jspecify.annotations.NullMarked;
