/**
 * Queries that call WebAssembly functions: how they are split between H2 and Nacre, planned and run.
 *
 * <p>The nouns: {@link dev.nacre.calcite.QueryPlanner} (SQL in, plan out), {@link dev.nacre.calcite.PlannedQuery}
 * (immutable, may be cached and shared), {@link dev.nacre.calcite.Execution} (what one run of it brings along),
 * {@link dev.nacre.calcite.Rows} (what it gives). Must not import {@code dev.nacre.jdbc}.
 */
@NullMarked
package dev.nacre.calcite;

import org.jspecify.annotations.NullMarked;
