/**
 * Whole queries, measured: a function in WebAssembly beside the same function in Java, where an engineer without Nacre
 * would put it.
 *
 * <p>The nouns: {@link dev.nacre.bench.QueryBenchmark} (a run of everything), {@link dev.nacre.bench.BenchmarkOptions}
 * (how much of it), {@link dev.nacre.bench.BenchmarkReport} (the numbers and where they were measured),
 * {@code Workload} (what is computed) and {@code Contender} (who computes it).
 */
@NullMarked
package dev.nacre.bench;

import org.jspecify.annotations.NullMarked;
