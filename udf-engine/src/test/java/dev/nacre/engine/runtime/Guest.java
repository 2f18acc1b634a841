package dev.nacre.engine.runtime;

import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Compiles and starts the modules of tests. */
final class Guest {
    static final CoreFunctionType NOTHING = new CoreFunctionType(List.of(), List.of());
    static final CoreFunctionType TO_INT = new CoreFunctionType(List.of(), List.of(CoreValueType.I32));
    static final CoreFunctionType INT_TO_NOTHING = new CoreFunctionType(List.of(CoreValueType.I32), List.of());
    static final CoreFunctionType INT_TO_INT =
            new CoreFunctionType(List.of(CoreValueType.I32), List.of(CoreValueType.I32));
    static final CoreFunctionType TWO_INTS_TO_INT =
            new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32), List.of(CoreValueType.I32));
    static final CoreFunctionType THREE_INTS_TO_NOTHING =
            new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32, CoreValueType.I32), List.of());
    static final CoreFunctionType LONG_TO_LONG =
            new CoreFunctionType(List.of(CoreValueType.I64), List.of(CoreValueType.I64));

    private static final long MEBIBYTE = 1 << 20;

    private Guest() {}

    static CompiledModule compile(ModuleBuilder module) {
        return compile(module.build());
    }

    static CompiledModule compile(byte[] bytes) {
        ScreenedModule screened = ScreenedModule.read(bytes, 0, bytes.length, Limits.specification());
        return CoreCompiler.compile(screened, CompileDeadline.within(Duration.ofMinutes(5)));
    }

    static CoreInstance start(ModuleBuilder module, CoreExtern... imports) {
        return start(module, context(), imports);
    }

    static CoreInstance start(ModuleBuilder module, InstanceContext context, CoreExtern... imports) {
        return compile(module).instantiate(List.of(imports), context);
    }

    /** Returns a context with a hang guard and memory enough for small modules. */
    static InstanceContext context() {
        return context(new Meter(Duration.ofMinutes(1), Optional.empty(), Long.MAX_VALUE));
    }

    static InstanceContext context(Meter meter) {
        return new InstanceContext(meter, new MemoryBudget(64 * MEBIBYTE), Limits.specification());
    }

    /** Calls an exported function that gives an i32. */
    static int callInt(CoreInstance instance, String function, long... arguments) {
        return (int) instance.function(function).call(arguments)[0];
    }
}
