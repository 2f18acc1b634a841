/** Compares the driver with H2's: every method of JDBC's interfaces, in every state, with arguments of all sorts. */
@NullMarked
package dev.nacre.jdbc.compare;

import org.jspecify.annotations.NullMarked;
