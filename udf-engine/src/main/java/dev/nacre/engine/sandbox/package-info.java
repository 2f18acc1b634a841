/**
 * What bounds guest code while it runs: the meter, budgets, and the boundary where every failure becomes our exception.
 *
 * <p>The nouns: {@link dev.nacre.engine.sandbox.Meter}, {@link dev.nacre.engine.sandbox.MemoryBudget},
 * {@link dev.nacre.engine.sandbox.HandleBudget},
 * {@link dev.nacre.engine.sandbox.Failures}. The package imports nothing of the engine but its root.
 */
@NullMarked
package dev.nacre.engine.sandbox;

import org.jspecify.annotations.NullMarked;
