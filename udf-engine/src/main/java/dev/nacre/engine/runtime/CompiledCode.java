package dev.nacre.engine.runtime;

import dev.nacre.engine.core.BodyMeasures;
import dev.nacre.engine.core.CoreModule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What compiling a module gave: its classes, behind the class pass. Immutable; nobody changes the arrays.
 *
 * @param classes by the name that {@link Class#getName} has
 * @param functionsPerClass how many functions each class of a group has, but for the last
 * @param longFunctions the size in bytes of each method that is too long for the JIT compiler, by function
 * @param bodies what the screening found of the bodies that the code was made of
 */
record CompiledCode(
        Map<String, byte[]> classes, int functionsPerClass, Map<Integer, Integer> longFunctions, BodyMeasures bodies) {
    CompiledCode {
        classes = Map.copyOf(classes);
        longFunctions = Map.copyOf(longFunctions);
    }

    /** Returns the long functions in order, for people. */
    List<String> slowFunctions(CoreModule facts) {
        return new TreeMap<>(longFunctions)
                .entrySet().stream()
                        .map(found -> new FunctionLabel(found.getKey(), facts.functionNames()) + ", " + found.getValue()
                                + " bytes of JVM code")
                        .toList();
    }
}
