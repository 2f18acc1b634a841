package dev.nacre.calcite;

import static java.util.Objects.requireNonNull;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.shape.ShapeSource;
import dev.nacre.h2.H2Session;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * What a query is planned from.
 *
 * @param text the whole statement
 * @param query the parsed query, not validated; of an EXPLAIN the query inside. Identifiers are folded already
 * @param parameterCount how many parameters the statement has; they are numbered from 0 in the tree
 * @param catalog the functions as of now
 * @param schemas where unqualified functions are looked up, in order: the current schema, then the search path
 * @param session the connection's session, for metadata
 * @param shapes how functions are called
 */
public record PlanRequest(
        StatementText text,
        SqlNode query,
        int parameterCount,
        FunctionCatalog catalog,
        List<String> schemas,
        H2Session session,
        ShapeSource shapes) {
    public PlanRequest {
        requireNonNull(text, "text is null");
        requireNonNull(query, "query is null");
        requireNonNull(catalog, "catalog is null");
        requireNonNull(session, "session is null");
        requireNonNull(shapes, "shapes is null");
        schemas = List.copyOf(schemas);
    }
}
