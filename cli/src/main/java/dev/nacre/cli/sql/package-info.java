/**
 * Runs SQL scripts over a connection.
 *
 * <p>The nouns: {@link dev.nacre.cli.sql.ScriptSource} (where a script comes from), {@link dev.nacre.cli.sql.ScriptRunner}
 * (runs scripts, writes results) and {@link dev.nacre.cli.sql.SqlFailure} (what stopped one, with its place in the script).
 * Works on JDBC's interfaces: must not import the driver or anything below it.
 */
@NullMarked
package dev.nacre.cli.sql;

import org.jspecify.annotations.NullMarked;
