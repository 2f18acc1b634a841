/**
 * Runs records of SQL Logic Test on plain H2 and on Nacre, and compares.
 *
 * <p>The nouns: {@link dev.nacre.jdbc.logic.LogicFile} (the records of one file), {@link
 * dev.nacre.jdbc.logic.IdentityFunctions} (a WebAssembly function for each type that gives back what it gets), {@link
 * dev.nacre.jdbc.logic.Wrapper} (puts them around the items of a query), {@link dev.nacre.jdbc.logic.LogicRun} (both
 * databases, and what came out).
 */
@NullMarked
package dev.nacre.jdbc.logic;

import org.jspecify.annotations.NullMarked;
