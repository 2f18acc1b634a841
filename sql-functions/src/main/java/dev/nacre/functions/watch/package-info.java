/**
 * What this JVM remembers of queries that ran: how functions did, and what guests logged. Bounded, and never written to a
 * database.
 *
 * <p>The nouns: {@link dev.nacre.functions.watch.CallCounts} (what one statement did with one function),
 * {@link dev.nacre.functions.watch.DatabaseWatch} (the sums of a database's statements and its last log lines),
 * {@link dev.nacre.functions.watch.QueryWatch} (what one statement reports to it),
 * {@link dev.nacre.functions.watch.StatementLog} (what guests log in it).
 */
@NullMarked
package dev.nacre.functions.watch;

import org.jspecify.annotations.NullMarked;
