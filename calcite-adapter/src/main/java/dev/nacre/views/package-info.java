/**
 * The run-time views of schema NACRE: what this JVM knows, as rows that H2 can join with its tables.
 *
 * <p>The nouns: {@link dev.nacre.views.RuntimeView} (a view and its columns), {@link dev.nacre.views.ViewState} (where its
 * rows come from, and whose they are). The package writes SQL text and knows neither H2 nor Calcite.
 */
@NullMarked
package dev.nacre.views;

import org.jspecify.annotations.NullMarked;
