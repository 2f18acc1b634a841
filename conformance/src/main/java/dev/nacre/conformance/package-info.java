/**
 * Runs test scripts of the WebAssembly specification against the component engine, and says what passed.
 *
 * <p>This package holds the words: {@link dev.nacre.conformance.ConformanceReport} and what it is made of,
 * {@link dev.nacre.conformance.ConformanceOptions}, {@link dev.nacre.conformance.ConformanceException}. The door is
 * {@code run.ConformanceRunner}. Below it: {@code script} reads the JSON of a script, {@code value} turns its values into
 * the engine's and compares them, {@code run} carries the commands out, {@code report} writes results. All of it sees the
 * engine through its public face alone.
 */
@NullMarked
package dev.nacre.conformance;

import org.jspecify.annotations.NullMarked;
