/**
 * The command line {@code nacre}: the one runnable jar.
 *
 * <p>The nouns: {@link dev.nacre.cli.Main} (the process), {@code CommandLineInterface} (arguments in, exit code out),
 * {@code Terminal} (the streams and the environment it works on) and one class for each command. Sees every module but
 * the test kit; nothing imports it. What a command needs beyond the JDBC driver is loaded when that command runs, because
 * people wait for the first answer.
 */
@NullMarked
package dev.nacre.cli;

import org.jspecify.annotations.NullMarked;
