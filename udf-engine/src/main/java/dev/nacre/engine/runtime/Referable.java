package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Which functions of a module can be called by index: those that the module refers to somewhere outside of bodies. For all
 * others the class pass leaves out what such calls need. Immutable; nobody changes the set.
 */
record Referable(BitSet functions) {
    /** Returns whether a method calls a function that cannot be called by index, or is one. */
    boolean excludes(String method) {
        OptionalInt function = GuestNames.functionOf(method);
        return function.isPresent() && !functions.get(function.getAsInt());
    }

    /** Returns whether the class pass leaves a method out. */
    boolean drops(String method) {
        return method.startsWith(GuestNames.BRIDGE) && excludes(method);
    }

    /** Checks that a method is not left out, although other code calls it. */
    void checkKept(String method) {
        if (drops(method)) {
            throw new EngineException(
                    ErrorCode.INTERNAL,
                    "compiled code calls method '" + method + "' of a function that nobody refers to");
        }
    }
}
