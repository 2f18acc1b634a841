package dev.nacre.embedding;

import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.CoreInstance;
import dev.nacre.engine.runtime.InstanceContext;
import dev.nacre.engine.runtime.ScreenedModule;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * Compiles a core module and calls it through a typed handle of an interface of this package. Run by tests in surroundings of
 * their own: other class loaders, the module path.
 */
public final class CoreScenario {
    private static final CoreFunctionType INT_TO_INT =
            new CoreFunctionType(List.of(CoreValueType.I32), List.of(CoreValueType.I32));

    private CoreScenario() {}

    /** An interface that only this package's loader knows. */
    public interface Step {
        int next(int number);
    }

    /**
     * Prints the module that the engine is in, and what the guest answers.
     *
     * @param arguments a core module in base64, with an import of type {@code (i32) -> i32} and an export {@code step}
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println(CoreCompiler.class.getModule().getName() + " " + run(arguments[0], 20));
    }

    /** Returns what the guest answers. */
    public static int run(String module, int argument) {
        byte[] bytes = Base64.getDecoder().decode(module);
        Limits limits = Limits.sandbox();
        ScreenedModule screened = ScreenedModule.read(bytes, 0, bytes.length, limits);
        CoreFunction host = CoreFunction.host(INT_TO_INT, values -> values[0] * 2);
        InstanceContext context = new InstanceContext(Meter.unlimited(), new MemoryBudget(1 << 20), limits);
        try (CoreInstance instance = CoreCompiler.compile(screened, CompileDeadline.within(Duration.ofMinutes(1)))
                .instantiate(List.of(host), context)) {
            return instance.function("step").as(Step.class).next(argument);
        }
    }
}
