package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.CoreFunction;
import java.util.List;
import java.util.stream.Stream;

/** Calls a core function with core values in an array, by a typed handle where its shape is a common one. */
@FunctionalInterface
interface CoreCall {
    /**
     * Calls the function.
     *
     * @param arguments one for each parameter
     * @return the result, 0 for none
     */
    long invoke(long[] arguments);

    /** Returns the quickest way to call a function. */
    static CoreCall of(CoreFunction function) {
        CoreFunctionType type = function.type();
        if (!Stream.of(type.parameters(), type.results()).flatMap(List::stream).allMatch(CoreValueType.I32::equals)) {
            return function::invoke;
        }
        return type.results().isEmpty() ? withoutResult(function) : withResult(function);
    }

    private static CoreCall withoutResult(CoreFunction function) {
        if (function.type().parameters().size() != 1) {
            return function::invoke;
        }
        IntCalls.Clean1 handle = function.as(IntCalls.Clean1.class);
        return arguments -> {
            handle.call((int) arguments[0]);
            return 0;
        };
    }

    private static CoreCall withResult(CoreFunction function) {
        return switch (function.type().parameters().size()) {
            case 0 -> {
                IntCalls.Of0 handle = function.as(IntCalls.Of0.class);
                yield arguments -> handle.call();
            }
            case 1 -> {
                IntCalls.Of1 handle = function.as(IntCalls.Of1.class);
                yield arguments -> handle.call((int) arguments[0]);
            }
            case 2 -> {
                IntCalls.Of2 handle = function.as(IntCalls.Of2.class);
                yield arguments -> handle.call((int) arguments[0], (int) arguments[1]);
            }
            case 4 -> {
                IntCalls.Of4 handle = function.as(IntCalls.Of4.class);
                yield arguments ->
                        handle.call((int) arguments[0], (int) arguments[1], (int) arguments[2], (int) arguments[3]);
            }
            default -> function::invoke;
        };
    }
}
