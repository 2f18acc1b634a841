/**
 * Writes the results of statements for people and for programs.
 *
 * <p>The nouns: {@link dev.nacre.cli.output.ResultFormat} (how results are written), {@link dev.nacre.cli.output.Format}
 * (the formats there are) and {@code Cells} (how one value becomes text). Works on JDBC's interfaces alone: must import no
 * other package of Nacre.
 */
@NullMarked
package dev.nacre.cli.output;

import org.jspecify.annotations.NullMarked;
