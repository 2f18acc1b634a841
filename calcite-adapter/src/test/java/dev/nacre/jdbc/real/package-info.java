/**
 * Statements as applications write them, on plain H2 and on Nacre.
 *
 * <p>The nouns: {@link dev.nacre.jdbc.real.WrittenStatement} (one of the list), {@link dev.nacre.jdbc.real.Application}
 * (functions of committed guests, and the same in Java for H2).
 */
@NullMarked
package dev.nacre.jdbc.real;

import org.jspecify.annotations.NullMarked;
