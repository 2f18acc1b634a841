package dev.nacre.engine.link;

import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.validate.Definition.CoreModuleDefinition;
import dev.nacre.engine.validate.TypedComponent;
import java.util.ArrayList;
import java.util.List;

/** Plans one component and compiles its core modules. Mutable, used once. */
final class PlanCompiler {
    private final ScreenedModules modules;
    private final List<String> slowFunctions = new ArrayList<>();

    PlanCompiler(ScreenedModules modules) {
        this.modules = modules;
    }

    ComponentPlan plan(TypedComponent typed, CompileDeadline deadline) {
        return PlanBuilder.plan(typed, module -> compile(module, deadline));
    }

    private CompiledModule compile(CoreModuleDefinition module, CompileDeadline deadline) {
        CompiledModule compiled = CoreCompiler.compile(modules.take(module.offset()), deadline);
        slowFunctions.addAll(compiled.slowFunctions());
        return compiled;
    }

    /** Returns what {@link CompiledModule#slowFunctions} says of all modules. */
    List<String> slowFunctions() {
        return slowFunctions;
    }
}
