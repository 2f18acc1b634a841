package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;

/** How core types look in Java. */
final class Signatures {
    private Signatures() {}

    /** Returns the Java form of a value type. */
    static Class<?> javaType(CoreValueType type) {
        return switch (type) {
            case I32, FUNCREF, EXTERNREF, EXNREF -> int.class;
            case I64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            case V128 -> throw new EngineException(ErrorCode.UNSUPPORTED_FEATURE, "v128 values are not supported");
        };
    }

    /** Returns the Java form of a function type: several results are one array. */
    static MethodType methodType(CoreFunctionType type) {
        List<CoreValueType> results = type.results();
        Class<?> result =
                results.isEmpty() ? void.class : results.size() == 1 ? javaType(results.get(0)) : long[].class;
        return MethodType.methodType(
                result, type.parameters().stream().map(Signatures::javaType).toArray(Class<?>[]::new));
    }

    /**
     * Finds the one abstract method of an interface and checks its shape.
     *
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH}
     */
    static Method method(Class<?> functionalInterface, CoreFunctionType type) {
        Method method = FunctionalInterfaces.method(functionalInterface)
                .orElseThrow(() ->
                        mismatch(functionalInterface, "a public interface with one abstract method", "another class"));
        MethodType expected = methodType(type);
        MethodType found = shape(method);
        if (!found.equals(expected) || type.results().size() > 1) {
            throw mismatch(functionalInterface, "a method " + type, "a method " + found);
        }
        return method;
    }

    /**
     * Returns the method of {@link Invoker}, through which every function with at most one result can be called.
     *
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} for other functions
     */
    static Method invoker(CoreFunctionType type) {
        if (type.results().size() > 1) {
            throw mismatch(Invoker.class, "at most one result", type.results().size() + " results");
        }
        return Invoker.class.getMethods()[0];
    }

    static MethodType shape(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    }

    private static EngineException mismatch(Class<?> functionalInterface, String expected, String found) {
        return new EngineException(
                ErrorCode.ARGUMENT_MISMATCH,
                "interface '" + functionalInterface.getName() + "': expected " + expected + ", found " + found);
    }
}
