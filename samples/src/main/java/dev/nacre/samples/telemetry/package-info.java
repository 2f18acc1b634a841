/**
 * A telemetry analytics program over H2, as a user of Nacre would write it with plain JDBC.
 *
 * <p>The noun: {@link dev.nacre.samples.telemetry.TelemetryDemo} (the whole program, step by step). Of Nacre it uses the
 * data source and the connection's log; must not import the engine, Calcite or H2's own classes.
 */
@NullMarked
package dev.nacre.samples.telemetry;

import org.jspecify.annotations.NullMarked;
