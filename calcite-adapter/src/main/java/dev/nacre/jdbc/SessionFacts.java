package dev.nacre.jdbc;

import dev.nacre.sql.IdentifierCase;
import java.util.List;

/**
 * What the meaning of a text depends on in a session, beside the catalog.
 *
 * @param schemas the current schema, then the search path
 * @param unquoted what becomes of identifiers without quotes
 * @param mode the name of H2's compatibility mode
 * @param schemaVersion a number that grows with every change of H2's schema; -1 when it cannot be known, or when the session has tables of its own
 */
record SessionFacts(List<String> schemas, IdentifierCase unquoted, String mode, long schemaVersion) {
    SessionFacts {
        schemas = List.copyOf(schemas);
    }

    boolean bracketsQuote() {
        return mode.equals("MSSQLServer");
    }
}
