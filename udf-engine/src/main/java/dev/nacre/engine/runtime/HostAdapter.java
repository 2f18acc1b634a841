package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreValueType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** Typed handles of host functions. Only a component that exports what it imports asks for one, so they may be slow. */
final class HostAdapter {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private HostAdapter() {}

    static <T> T make(Class<T> functionalInterface, CoreFunction function) {
        MethodType shape = Signatures.shape(Signatures.method(functionalInterface, function.type()));
        try {
            return MethodHandleProxies.asInterfaceInstance(
                    functionalInterface, typed(function).asType(shape));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new EngineException(ErrorCode.INTERNAL, "a typed handle cannot be made: " + e, e);
        }
    }

    private static MethodHandle typed(CoreFunction function) throws NoSuchMethodException, IllegalAccessException {
        List<CoreValueType> parameters = function.type().parameters();
        List<CoreValueType> results = function.type().results();
        MethodHandle handle = LOOKUP.bind(function, "call", MethodType.methodType(long[].class, long[].class))
                .asCollector(long[].class, parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            CoreValueType type = parameters.get(i);
            if (type == CoreValueType.F32) {
                handle = MethodHandles.filterArguments(handle, i, number("floatToLong", long.class, float.class));
            } else if (type == CoreValueType.F64) {
                handle = MethodHandles.filterArguments(handle, i, number("doubleToLong", long.class, double.class));
            }
        }
        return results.isEmpty() ? handle : MethodHandles.filterReturnValue(handle, result(results.get(0)));
    }

    private static MethodHandle result(CoreValueType type) throws NoSuchMethodException, IllegalAccessException {
        MethodHandle first = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(long[].class), 1, 0);
        return switch (type) {
            case I64 -> first;
            case F32 -> MethodHandles.filterReturnValue(first, number("longToFloat", float.class, long.class));
            case F64 -> MethodHandles.filterReturnValue(first, number("longToDouble", double.class, long.class));
            default -> MethodHandles.explicitCastArguments(first, MethodType.methodType(int.class, long[].class));
        };
    }

    private static MethodHandle number(String method, Class<?> result, Class<?> parameter)
            throws NoSuchMethodException, IllegalAccessException {
        return LOOKUP.findStatic(GuestNumbers.class, method, MethodType.methodType(result, parameter));
    }
}
