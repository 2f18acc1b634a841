package dev.nacre.engine.link;

import dev.nacre.engine.runtime.CodeStore;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.validate.Definition.CoreModuleDefinition;
import dev.nacre.engine.validate.TypedComponent;
import java.util.ArrayList;
import java.util.List;

/** Plans one component and compiles its core modules. Mutable, used once. */
final class PlanCompiler {
    private final byte[] component;
    private final CodeStore store;
    private final List<String> slowFunctions = new ArrayList<>();

    PlanCompiler(byte[] component, CodeStore store) {
        this.component = component;
        this.store = store;
    }

    ComponentPlan plan(TypedComponent typed, CompileDeadline deadline) {
        return PlanBuilder.plan(typed, module -> compile(module, deadline));
    }

    private CompiledModule compile(CoreModuleDefinition module, CompileDeadline deadline) {
        CompiledModule compiled =
                CoreCompiler.compile(component, module.offset(), module.length(), module.module(), deadline, store);
        slowFunctions.addAll(compiled.slowFunctions());
        return compiled;
    }

    /** Returns what {@link CompiledModule#slowFunctions} says of all modules. */
    List<String> slowFunctions() {
        return slowFunctions;
    }
}
