package dev.nacre.functions;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a function takes and gives, in SQL.
 *
 * @param parameters in order; those of an aggregate are the ones of its {@code add}, then the ones of its constructor. One at
 *     most is a {@link SqlType.Table}
 * @param returns the result; a {@link SqlType.Table} for table functions and for nothing else
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

    /** Returns the position of the parameter that takes rows, if there is one. */
    public OptionalInt tablePosition() {
        return IntStream.range(0, parameters.size())
                .filter(position -> parameters.get(position).type() instanceof SqlType.Table)
                .findFirst();
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
