package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The typed handles of one module's functions: a generated class for each function and interface, kept with the module. */
final class Adapters {
    private final ClassLoader moduleLoader;
    private final int functionsPerClass;
    private final Map<Key, Constructor<?>> constructors = new ConcurrentHashMap<>();

    /**
     * Starts without any.
     *
     * @param moduleLoader has defined the module's classes
     * @param functionsPerClass how many functions each of them has
     */
    Adapters(ClassLoader moduleLoader, int functionsPerClass) {
        this.moduleLoader = moduleLoader;
        this.functionsPerClass = functionsPerClass;
    }

    /** Returns the name of the loader that has the module's classes. */
    String loaderName() {
        return String.valueOf(moduleLoader.getName());
    }

    private record Key(Class<?> functionalInterface, int function) {}

    /** Makes a handle for a function of an instance. */
    <T> T make(Class<T> functionalInterface, int function, CoreFunctionType type, CoreInstance instance) {
        Constructor<?> constructor = constructors.computeIfAbsent(
                new Key(functionalInterface, function), key -> generate(functionalInterface, function, type));
        try {
            return functionalInterface.cast(constructor.newInstance(instance.memory, instance));
        } catch (ReflectiveOperationException e) {
            throw new EngineException(ErrorCode.INTERNAL, "a typed handle cannot be made: " + e, e);
        }
    }

    private Constructor<?> generate(Class<?> functionalInterface, int function, CoreFunctionType type) {
        Method method = functionalInterface == Invoker.class
                ? Signatures.invoker(type)
                : Signatures.method(functionalInterface, type);
        String owner = GuestNames.groupOf(function, functionsPerClass);
        byte[] bytes = new AdapterWriter(method, owner, function, Signatures.methodType(type)).write();
        Class<?> adapter = new AdapterLoader(moduleLoader, functionalInterface).define(bytes);
        return adapter.getConstructors()[0];
    }

    /** Sees the module's classes, and the interface under its name. */
    private static final class AdapterLoader extends ClassLoader {
        private final Class<?> functionalInterface;

        AdapterLoader(ClassLoader moduleLoader, Class<?> functionalInterface) {
            super("guest", moduleLoader);
            this.functionalInterface = functionalInterface;
        }

        Class<?> define(byte[] bytes) {
            Class<?> defined = defineClass(null, bytes, 0, bytes.length);
            ModuleLoader.resolveParameters(this);
            return defined;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(functionalInterface.getName()) ? functionalInterface : super.loadClass(name, resolve);
        }
    }
}
