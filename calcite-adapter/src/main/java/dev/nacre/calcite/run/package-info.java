/**
 * Runs plans: relational expressions over rows of H2's values, with the runtime of Calcite's linq4j.
 *
 * <p>The nouns: {@link dev.nacre.calcite.run.PlanRunner} (a relational expression to rows), {@link
 * dev.nacre.calcite.run.Run} (one execution: what it reads, calls and has to close), {@code Evaluator} (an expression
 * over a row). Expressions are interpreted over H2's values by H2's own comparisons and conversions; no code is
 * generated, so that a new statement costs neither a compiler run nor a class. Must not import {@code split}.
 */
@NullMarked
package dev.nacre.calcite.run;

import org.jspecify.annotations.NullMarked;
