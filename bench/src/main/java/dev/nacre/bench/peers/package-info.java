/**
 * The functions that the WebAssembly ones are compared with, in Java. Public, because H2 and Calcite call them from
 * outside. Must not import the SQL layer.
 */
@NullMarked
package dev.nacre.bench.peers;

import org.jspecify.annotations.NullMarked;
