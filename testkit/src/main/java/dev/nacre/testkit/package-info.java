/**
 * Fixtures for the tests of every module.
 *
 * <p>JUnit extensions: {@link dev.nacre.testkit.FreshDatabase} (a database of its own for each test),
 * {@link dev.nacre.testkit.LeakCheck} (fails the test that leaves something behind),
 * {@link dev.nacre.testkit.Seeds} (random values that can be repeated). Helpers: {@link dev.nacre.testkit.Guests} (the
 * built sample components), {@link dev.nacre.testkit.Mutants} (damaged files), {@link dev.nacre.testkit.Rows} and
 * {@link dev.nacre.testkit.SqlFailure} (SQL in, rows or error out).
 *
 * <p>Must not import any other module of Nacre: what a test counts or connects to, it passes in.
 */
@NullMarked
package dev.nacre.testkit;

import org.jspecify.annotations.NullMarked;
