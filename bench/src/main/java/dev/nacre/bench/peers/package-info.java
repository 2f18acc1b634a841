/**
 * What Nacre is compared with: the functions of queries in Java, public because H2 and Calcite call them from outside, the
 * kernels of the guest {@code kernels-rust} in Java, and core modules in bare Chicory. Must not import the SQL layer nor the
 * engine.
 */
@NullMarked
package dev.nacre.bench.peers;

import org.jspecify.annotations.NullMarked;
