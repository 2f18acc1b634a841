package dev.nacre.engine.wit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type of a component function.
 *
 * @param parameters in order
 * @param result empty for a function without one
 * @param async whether the type is declared {@code async}: such functions load, but cannot be called
 */
public record FunctionType(List<Parameter> parameters, Optional<WitType> result, boolean async) {
    public FunctionType {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param name in kebab case
     */
    public record Parameter(String name, WitType type) {}

    @Override
    public String toString() {
        String list = parameters.stream()
                .map(parameter -> parameter.name() + ": " + parameter.type())
                .collect(Collectors.joining(", "));
        return (async ? "async func(" : "func(") + list + ")"
                + result.map(type -> " -> " + type).orElse("");
    }
}
