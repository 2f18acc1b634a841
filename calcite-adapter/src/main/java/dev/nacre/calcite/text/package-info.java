/**
 * The text of a statement: what each node of its tree was written as, so that H2 gets expressions verbatim.
 *
 * <p>The nouns: {@link dev.nacre.calcite.text.SqlText} (text, tokens and tree together), {@link
 * dev.nacre.calcite.text.Span} (a piece of it), {@link dev.nacre.calcite.text.Clauses} (a SELECT cut at its keywords).
 * Must not import other packages of Nacre.
 */
@NullMarked
package dev.nacre.calcite.text;

import org.jspecify.annotations.NullMarked;
