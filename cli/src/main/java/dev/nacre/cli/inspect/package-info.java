/**
 * Describes components to people.
 *
 * <p>The noun: {@link dev.nacre.cli.inspect.ComponentReport} (a description as lines of text). Knows the engine's public
 * face and the mapping to SQL types; must import neither JDBC nor Calcite.
 */
@NullMarked
package dev.nacre.cli.inspect;

import org.jspecify.annotations.NullMarked;
