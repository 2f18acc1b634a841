package dev.nacre.engine.core;

import java.util.List;

/**
 * The type of a core function.
 *
 * @param open whether other types may be declared to be below it. A type that is open and one that is not are different,
 *     though no module that the engine runs has open ones
 */
public record CoreFunctionType(List<CoreValueType> parameters, List<CoreValueType> results, boolean open) {
    public CoreFunctionType {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** A type that is not open: what functions have unless their type says otherwise. */
    public CoreFunctionType(List<CoreValueType> parameters, List<CoreValueType> results) {
        this(parameters, results, false);
    }

    /** Returns the open type of the same parameters and results. */
    public CoreFunctionType opened() {
        return new CoreFunctionType(parameters, results, true);
    }
}
