/**
 * Cuts the text of SQL scripts into statements.
 *
 * <p>The nouns: {@link dev.nacre.cli.script.ScriptReader} (text in, statements out, one at a time),
 * {@link dev.nacre.cli.script.ScriptStatement} (a statement's text and where it begins) and
 * {@link dev.nacre.cli.script.ScriptPosition} (a place in a script). Knows characters alone: must import no other package
 * of Nacre and no JDBC.
 */
@NullMarked
package dev.nacre.cli.script;

import org.jspecify.annotations.NullMarked;
