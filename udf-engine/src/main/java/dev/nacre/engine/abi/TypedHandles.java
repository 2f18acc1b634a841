package dev.nacre.engine.abi;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.FunctionType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The typed handles of one component's exports: a generated class for each function and interface, so that the JIT compiler
 * sees one target at each call. Safe for use by many threads.
 */
public final class TypedHandles {
    private final Map<Key, Constructor<?>> constructors = new ConcurrentHashMap<>();

    private record Key(String function, Class<?> functionalInterface) {}

    /**
     * Makes a handle.
     *
     * @param name of the exported function
     * @param gate of the instance
     * @return empty when the function has no primitive form
     * @throws EngineException with {@link ErrorCode#ARGUMENT_MISMATCH} for an interface of another shape
     */
    public <T> Optional<T> make(String name, LiftedFunction function, Class<T> functionalInterface, CallGate gate) {
        Optional<TypedForm> form = TypedForm.of(function.plan().type());
        if (form.isEmpty() || function.cleansUp()) {
            return Optional.empty();
        }
        Constructor<?> constructor = constructors.computeIfAbsent(
                new Key(name, functionalInterface),
                key -> generate(key, form.get(), function.plan().type()));
        T core = function.callee().as(functionalInterface);
        try {
            return Optional.of(functionalInterface.cast(constructor.newInstance(gate, core)));
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw new EngineException(ErrorCode.INTERNAL, "a typed handle cannot be made: " + failure, failure);
        }
    }

    private static Constructor<?> generate(Key key, TypedForm form, FunctionType type) {
        Class<?> functionalInterface = key.functionalInterface();
        Method method = abstractMethod(functionalInterface)
                .filter(found -> Modifier.isPublic(functionalInterface.getModifiers()))
                .filter(found -> List.of(found.getParameterTypes()).equals(form.javaParameters()))
                .filter(found -> found.getReturnType() == form.javaResult())
                .orElseThrow(() -> mismatch(key, form, type));
        byte[] bytes = new TypedCallWriter(method, form).write(functionalInterface);
        return new HandleLoader(functionalInterface.getClassLoader()).define(bytes).getConstructors()[0];
    }

    private static Optional<Method> abstractMethod(Class<?> functionalInterface) {
        if (!functionalInterface.isInterface()) {
            return Optional.empty();
        }
        List<Method> methods = Arrays.stream(functionalInterface.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
        return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
    }

    private static EngineException mismatch(Key key, TypedForm form, FunctionType type) {
        return new EngineException(
                ErrorCode.ARGUMENT_MISMATCH,
                "function '" + key.function() + "': expected a public interface with one method "
                        + form.javaParameters() + " -> " + form.javaResult() + " for " + type + ", found "
                        + key.functionalInterface().getName());
    }

    /** Sees the interface under its name, and the one class of this package that handles extend. */
    private static final class HandleLoader extends ClassLoader {
        HandleLoader(ClassLoader parent) {
            super(parent);
        }

        Class<?> define(byte[] bytes) {
            return defineClass(TypedCallWriter.CLASS_NAME, bytes, 0, bytes.length);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith("dev.nacre.engine.") && !name.equals(TypedCallWriter.CLASS_NAME)
                    ? engineClass(name, resolve)
                    : super.loadClass(name, resolve);
        }

        private Class<?> engineClass(String name, boolean resolve) throws ClassNotFoundException {
            try {
                return TypedCall.class.getClassLoader().loadClass(name);
            } catch (ClassNotFoundException notOfTheEngine) {
                return super.loadClass(name, resolve);
            }
        }
    }
}
