package dev.nacre.engine.core;

import java.util.List;

/** The type of a core function. */
public record CoreFunctionType(List<CoreValueType> parameters, List<CoreValueType> results) {
    public CoreFunctionType {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }
}
