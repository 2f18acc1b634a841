/**
 * Splits a query with WebAssembly calls: what H2 can compute goes to H2 as it was written, the rest is planned above.
 *
 * <p>The nouns: {@link dev.nacre.calcite.split.Split} (the door), {@code Block} (a planned query: algebra and
 * columns), {@code Source} (the FROM clause of a block, to which expressions are given that H2 computes), {@code
 * OperatorFamily} (one kind of operator that may stand over the result of a call). Must not import {@code run}.
 */
@NullMarked
package dev.nacre.calcite.split;

import org.jspecify.annotations.NullMarked;
