package dev.nacre.functions;

/**
 * The name of a function: exact, as the catalog holds it, after folding of unquoted identifiers.
 */
public record FunctionName(String schema, String name) {
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
