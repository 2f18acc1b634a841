package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Defines the classes of one module. A child of the loader of this package, which sees Chicory; its classes go when the
 * module goes.
 */
final class ModuleLoader extends ClassLoader {
    private static final AtomicLong COUNT = new AtomicLong();

    static {
        registerAsParallelCapable();
    }

    ModuleLoader() {
        super("guest-" + COUNT.incrementAndGet(), ModuleLoader.class.getClassLoader());
    }

    /**
     * Defines and links all classes, so that a fault in one shows now.
     *
     * @param deadline checked before each class is linked
     */
    void defineAll(Map<String, byte[]> classes, CompileDeadline deadline) {
        classes.forEach((name, bytes) -> defineClass(name, bytes, 0, bytes.length));
        resolveParameters(this);
        for (String name : classes.keySet()) {
            deadline.check();
            initialize(name);
        }
    }

    /**
     * Makes a loader know the classes that compiled functions take as parameters. The JIT compiler inlines no method whose
     * signature names a class that its loader has not met yet.
     */
    static void resolveParameters(ClassLoader loader) {
        resolve(LinearMemory.class.getName(), false, loader);
        resolve(CoreInstance.class.getName(), false, loader);
    }

    Class<?> initialize(String name) {
        return resolve(name, true, this);
    }

    private static Class<?> resolve(String name, boolean initialize, ClassLoader loader) {
        try {
            return Class.forName(name, initialize, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new EngineException(ErrorCode.INTERNAL, "compiled class '" + name + "' cannot be used: " + e, e);
        }
    }
}
