package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.Map;

/**
 * Defines the classes of one module. A child of the loader of this package, which sees Chicory; its classes go when the
 * module goes.
 */
final class ModuleLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    ModuleLoader() {
        super("guest", ModuleLoader.class.getClassLoader());
    }

    /** Defines and links all classes, so that a fault in one shows now. */
    void defineAll(Map<String, byte[]> classes) {
        classes.forEach((name, bytes) -> defineClass(name, bytes, 0, bytes.length));
        for (String name : classes.keySet()) {
            initialize(name);
        }
    }

    Class<?> initialize(String name) {
        try {
            return Class.forName(name, true, this);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new EngineException(ErrorCode.INTERNAL, "compiled class '" + name + "' cannot be used: " + e, e);
        }
    }
}
