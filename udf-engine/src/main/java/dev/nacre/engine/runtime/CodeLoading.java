package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreModule;
import java.lang.reflect.Constructor;
import java.util.function.Function;

/** Makes a module of compiled code: defines its classes in a loader of its own. */
final class CodeLoading {
    private CodeLoading() {}

    /**
     * Loads a module.
     *
     * @param facts what the screening learned about it
     * @param deadline checked between two classes, since verifying one takes a while
     */
    static CompiledModule load(CoreModule facts, CompiledCode code, CompileDeadline deadline) {
        ModuleLoader loader = new ModuleLoader();
        loader.defineAll(code.classes(), deadline);
        Class<?> main = loader.initialize(GuestNames.mainClass());
        Adapters adapters = new Adapters(loader, code.functionsPerClass());
        return CompiledModule.of(facts, code.slowFunctions(facts), adapters, factory(main));
    }

    private static Function<CoreInstance, GuestCode> factory(Class<?> main) {
        Constructor<?> constructor = main.getConstructors()[0];
        return instance -> {
            try {
                return (GuestCode) constructor.newInstance(instance);
            } catch (ReflectiveOperationException e) {
                throw new EngineException(ErrorCode.INTERNAL, "compiled code cannot be started: " + e, e);
            }
        };
    }
}
