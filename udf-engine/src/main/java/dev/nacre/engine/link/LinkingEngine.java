package dev.nacre.engine.link;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.validate.TypedComponent;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.WitPrinter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The engine: bytes to components. Safe for use by many threads. */
final class LinkingEngine implements ComponentEngine {
    private final EngineOptions options;
    private final ComponentCache cache = new ComponentCache();
    private final AtomicLong liveInstances = new AtomicLong();

    LinkingEngine(EngineOptions options) {
        this.options = options;
    }

    @Override
    public Component load(byte[] component) {
        return EngineBoundary.guarded(
                "loading", () -> open(component, this::requireImports).linkedToStandard(options.host()));
    }

    private void requireImports(ComponentType type) {
        ImportLinker.link(type, options.host(), List.of(), options.limits()).requireComplete();
    }

    @Override
    public CompiledComponent compile(byte[] component) {
        return EngineBoundary.guarded("loading", () -> open(component, type -> {}));
    }

    /** Compiles a component that is not known yet, unless its type is refused. */
    private OpenComponent open(byte[] bytes, Consumer<ComponentType> admission) {
        return cache.get(Sha256.of(bytes), digest -> {
            TypedComponent typed = Validation.of(bytes, options.limits());
            admission.accept(typed.type());
            return new OpenComponent(digest, typed.type(), plan(typed, bytes), options.limits(), liveInstances);
        });
    }

    private ComponentPlan plan(TypedComponent typed, byte[] bytes) {
        CompileDeadline deadline = CompileDeadline.within(options.limits().compileTimeout());
        return PlanBuilder.plan(
                typed,
                module -> CoreCompiler.compile(bytes, module.offset(), module.length(), module.module(), deadline));
    }

    @Override
    public HostModule coreModule(byte[] module) {
        return EngineBoundary.guarded("loading", () -> {
            Limits limits = options.limits();
            CoreModule facts = CoreModuleReader.read(module, 0, module.length, limits);
            CompileDeadline deadline = CompileDeadline.within(limits.compileTimeout());
            return new HostModule(CoreCompiler.compile(module, 0, module.length, facts, deadline));
        });
    }

    @Override
    public ComponentDescription describe(byte[] component) {
        return EngineBoundary.guarded("loading", () -> {
            TypedComponent typed = Validation.of(component, options.limits());
            return new ComponentDescription(
                    Sha256.of(component),
                    typed.type(),
                    WitPrinter.print(typed.type(), OpenComponent.WORLD),
                    new ExportNames(typed.type()).functions(),
                    ImportLinker.link(typed.type(), options.host(), List.of(), options.limits())
                            .missingNames());
        });
    }

    @Override
    public long liveInstances() {
        return liveInstances.get();
    }

    @Override
    public void close() {
        cache.clear();
    }
}
