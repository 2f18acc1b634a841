/**
 * H2 as Nacre uses it: one session under each connection, its rows, its values.
 *
 * <p>The nouns: {@link dev.nacre.h2.H2Session} (describes and runs statements), {@link dev.nacre.h2.H2Reading} (the queries
 * of one statement, as of one point in time), {@link dev.nacre.h2.H2Rows} (a result), {@link dev.nacre.h2.H2Column} (what H2 says about a column). H2's own {@code Value} and {@code TypeInfo} are the
 * currency: lossless for all of H2's types. Must import neither Calcite nor {@code dev.nacre.calcite} nor
 * {@code dev.nacre.jdbc}.
 */
@NullMarked
package dev.nacre.h2;

import org.jspecify.annotations.NullMarked;
