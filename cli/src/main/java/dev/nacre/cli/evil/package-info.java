/** What {@code ./nacre evil} prints and writes. */
@NullMarked
package dev.nacre.cli.evil;

import org.jspecify.annotations.NullMarked;
