package dev.nacre.engine.link;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostModule;
import dev.nacre.engine.runtime.CodeStore;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CompileThreads;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.runtime.ScreenedModule;
import dev.nacre.engine.validate.TypedComponent;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.WitPrinter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        return load(component, options.limits());
    }

    @Override
    public Component load(byte[] component, Limits limits) {
        return EngineBoundary.guarded(
                "loading",
                () -> open(component, limits, type -> requireImports(type, limits))
                        .linkedToStandard(options.host()));
    }

    private void requireImports(ComponentType type, Limits limits) {
        ImportLinker.link(type, options.host(), List.of(), limits).requireComplete();
    }

    @Override
    public CompiledComponent compile(byte[] component) {
        return EngineBoundary.guarded("loading", () -> open(component, options.limits(), type -> {}));
    }

    /** Compiles a component that is not known yet, unless its type is refused. */
    private OpenComponent open(byte[] bytes, Limits limits, Consumer<ComponentType> admission) {
        String digest = Sha256.of(bytes);
        Optional<OpenComponent> known = cache.find(digest);
        if (known.isPresent() && limits.allow(known.get().limits())) {
            return known.get();
        }
        if (known.isEmpty()) {
            late.check(digest, limits.compileTimeout());
        }
        ScreenedModules modules = new ScreenedModules(bytes, limits, store);
        TypedComponent typed = Validation.of(bytes, limits, modules);
        admission.accept(typed.type());
        return known.orElseGet(() -> cache.get(digest, () -> compiled(digest, typed, modules, limits)));
    }

    private OpenComponent compiled(String digest, TypedComponent typed, ScreenedModules modules, Limits limits) {
        PlanCompiler compiler = new PlanCompiler(modules);
        ComponentPlan plan = onThread(digest, limits, deadline -> compiler.plan(typed, deadline));
        return new OpenComponent(digest, typed.type(), plan, compiler.slowFunctions(), limits, liveInstances);
    }

    private <T> T onThread(String digest, Limits limits, Function<CompileDeadline, T> work) {
        Duration given = limits.compileTimeout();
        return threads.run(given, work, () -> late.remember(digest, given));
    }

    @Override
    public HostModule coreModule(byte[] module) {
        return EngineBoundary.guarded("loading", () -> {
            String digest = Sha256.of(module);
            late.check(digest, options.limits().compileTimeout());
            ScreenedModule screened = ScreenedModule.read(module, 0, module.length, options.limits(), store);
            return new HostModule(
                    onThread(digest, options.limits(), deadline -> CoreCompiler.compile(screened, deadline)));
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
