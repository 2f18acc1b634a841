/**
 * The vocabulary that the packages of the SQL layer share.
 *
 * <p>The nouns: {@link dev.nacre.adapter.SqlLayerException} (what the SQL layer refuses, with a place in the statement),
 * {@link dev.nacre.adapter.SqlLayerErrorCode} (its stable number and SQLSTATE) and {@link dev.nacre.adapter.SqlPosition}.
 * The package knows neither H2 nor Calcite and imports no other package of Nacre.
 */
@NullMarked
package dev.nacre.adapter;

import org.jspecify.annotations.NullMarked;
