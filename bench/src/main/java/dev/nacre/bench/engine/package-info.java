/**
 * The engine by itself, measured with JMH: each claim of speed beside what it is a claim over, in one class.
 *
 * <p>The nouns: {@link dev.nacre.bench.engine.EngineBenchmark} (a run of everything),
 * {@link dev.nacre.bench.engine.EngineReport} (the numbers), {@code Claims} (what may take how long) and the classes named
 * {@code ...Benchmark}, which JMH runs. Must not import the SQL layer.
 */
@NullMarked
package dev.nacre.bench.engine;

import org.jspecify.annotations.NullMarked;
