/**
 * Components seen from SQL: types, signatures, marshalling, the catalog's model, and the scope of a query.
 *
 * <p>The nouns: {@link dev.nacre.functions.FunctionDefinition} (what CREATE FUNCTION made),
 * {@link dev.nacre.functions.FunctionCatalog} (an immutable snapshot of all of them),
 * {@link dev.nacre.functions.QueryScope} (what one running statement holds of the engine). Everything that goes wrong is
 * a {@link dev.nacre.functions.FunctionException}, which knows its SQLSTATE. The package knows neither Calcite nor H2.
 */
@NullMarked
package dev.nacre.functions;

import org.jspecify.annotations.NullMarked;
