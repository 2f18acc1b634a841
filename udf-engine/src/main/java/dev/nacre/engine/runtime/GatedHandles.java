package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Typed handles that pass a gate and bring numbers into range: a generated class for each function and interface, so that the
 * JIT compiler sees one target at each call. Safe for use by many threads.
 */
public final class GatedHandles {
    private final Map<Key, Constructor<?>> constructors = new ConcurrentHashMap<>();

    private record Key(GatedSignature signature, Class<?> functionalInterface) {}

    /**
     * Makes a handle.
     *
     * @param signature of the function; one subject stands for one core function
     * @param function whose core type is that of the signature
     * @param gate passed by each call
     * @return empty for an interface of another shape, and for one that its module keeps from generated classes
     */
    public <T> Optional<T> make(
            GatedSignature signature, CoreFunction function, Class<T> functionalInterface, CallGate gate) {
        Optional<Method> method = fitting(signature, functionalInterface);
        if (method.isEmpty()) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = constructors.computeIfAbsent(
                    new Key(signature, functionalInterface), key -> generate(key, method.get()));
            T core = function.as(functionalInterface);
            return Optional.of(functionalInterface.cast(constructor.newInstance(gate, core)));
        } catch (IllegalAccessError notExported) {
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw new EngineException(ErrorCode.INTERNAL, "a typed handle cannot be made: " + failure, failure);
        }
    }

    private static Optional<Method> fitting(GatedSignature signature, Class<?> functionalInterface) {
        return FunctionalInterfaces.method(functionalInterface)
                .filter(found -> List.of(found.getParameterTypes()).equals(signature.javaParameters()))
                .filter(found -> found.getReturnType() == signature.javaResult());
    }

    private static Constructor<?> generate(Key key, Method method) {
        byte[] bytes = new TypedCallWriter(method, key.signature()).write(key.functionalInterface());
        return new HandleLoader(key.functionalInterface().getClassLoader())
                .define(bytes)
                .getConstructors()[0];
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
