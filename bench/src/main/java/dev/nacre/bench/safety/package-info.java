/**
 * What the sandbox costs: the same work in two copies of Nacre in one JVM, of which one has lost its bounds. Nacre itself has
 * no switch for that. May import what {@link dev.nacre.bench} may, and ASM.
 */
@NullMarked
package dev.nacre.bench.safety;

import org.jspecify.annotations.NullMarked;
