package dev.nacre.engine.link;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.runtime.CodeStore;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CompileThreads;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.runtime.ScreenedModule;
import dev.nacre.engine.validate.TypedComponent;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.WitPrinter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The engine: bytes to components. Safe for use by many threads. */
final class LinkingEngine implements ComponentEngine {
    private final EngineOptions options;
    private final CodeStore store;
    private final ComponentCache cache = new ComponentCache();
    private final LateComponents late = new LateComponents(System::nanoTime);
    private final CompileThreads threads = new CompileThreads();
    private final AtomicLong liveInstances = new AtomicLong();

    LinkingEngine(EngineOptions options) {
        this.options = options;
        this.store = options.codeCache().map(CodeStore::open).orElse(CodeStore.NONE);
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
        String digest = Sha256.of(bytes);
        return cache.find(digest).orElseGet(() -> {
            late.check(digest);
            ScreenedModules modules = new ScreenedModules(bytes, options.limits(), store);
            TypedComponent typed = Validation.of(bytes, options.limits(), modules);
            admission.accept(typed.type());
            return cache.get(digest, () -> compiled(digest, typed, modules));
        });
    }

    private OpenComponent compiled(String digest, TypedComponent typed, ScreenedModules modules) {
        PlanCompiler compiler = new PlanCompiler(modules);
        ComponentPlan plan = onThread(digest, deadline -> compiler.plan(typed, deadline));
        return new OpenComponent(digest, typed.type(), plan, compiler.slowFunctions(), options.limits(), liveInstances);
    }

    private <T> T onThread(String digest, Function<CompileDeadline, T> work) {
        return threads.run(options.limits().compileTimeout(), work, () -> late.remember(digest));
    }

    @Override
    public HostModule coreModule(byte[] module) {
        return EngineBoundary.guarded("loading", () -> {
            String digest = Sha256.of(module);
            late.check(digest);
            ScreenedModule screened = ScreenedModule.read(module, 0, module.length, options.limits(), store);
            return new HostModule(onThread(digest, deadline -> CoreCompiler.compile(screened, deadline)));
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
        threads.close();
        cache.clear();
    }
}
