/**
 * Positions in SQL text and what can be wrong with it.
 *
 * <p>Main nouns: {@link dev.nacre.sql.syntax.SourceSpan}, {@link dev.nacre.sql.syntax.SyntaxException},
 * {@link dev.nacre.sql.syntax.SyntaxErrorCode}. Imports nothing of Nacre and nothing of Calcite.
 */
@NullMarked
package dev.nacre.sql.syntax;

import org.jspecify.annotations.NullMarked;
