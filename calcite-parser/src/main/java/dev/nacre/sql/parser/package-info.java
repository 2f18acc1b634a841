/**
 * The generated parser and what it needs beside its grammar.
 *
 * <p>The classes of JavaCC are generated from Calcite's grammar template, {@code src/main/codegen/config.fmpp} and
 * the productions beside it. By hand are {@link dev.nacre.sql.parser.StatementScanner} (comments, nesting),
 * {@link dev.nacre.sql.parser.TokenSource} (H2's reading of tokens) and the builders that the productions call.
 * Imported by {@code dev.nacre.sql} alone; must not import it.
 */
@NullMarked
package dev.nacre.sql.parser;

import org.jspecify.annotations.NullMarked;
