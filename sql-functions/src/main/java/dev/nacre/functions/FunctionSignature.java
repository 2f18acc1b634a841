package dev.nacre.functions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a function takes and gives, in SQL.
 *
 * @param parameters in order
 * @param returns the result of a scalar function
 */
public record FunctionSignature(List<Parameter> parameters, SqlType returns) {
    public FunctionSignature {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param name as SQL tools show it; not empty
     */
    public record Parameter(String name, SqlType type) {}

    /** Returns the types of the parameters. */
    public List<SqlType> parameterTypes() {
        return parameters.stream().map(Parameter::type).toList();
    }

    /** Returns {@code (name TYPE, ...) RETURNS TYPE} as CREATE FUNCTION reads it. */
    public String sql() {
        return parameters.stream()
                        .map(parameter -> "\"" + parameter.name().replace("\"", "\"\"") + "\" "
                                + parameter.type().sql())
                        .collect(Collectors.joining(", ", "(", ")"))
                + " RETURNS " + returns.sql();
    }
}
