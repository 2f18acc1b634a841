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
import dev.nacre.engine.runtime.CompileWork;
import dev.nacre.engine.runtime.CompiledModule;
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

/** The engine: bytes to components. Safe for use by many threads. */
final class LinkingEngine implements ComponentEngine {
    private final EngineOptions options;
    private final CodeStore store;
    private final ComponentCache cache = new ComponentCache();
    private final LateComponents late = new LateComponents(System::nanoTime);
    /** Not those that compile: who screens waits for nobody who compiles something large. */
    private final CompileThreads screening;

    private final CompileThreads compiling;
    private final AtomicLong liveInstances = new AtomicLong();

    LinkingEngine(EngineOptions options) {
        this.options = options;
        this.screening = new CompileThreads(options.compilations());
        this.compiling = new CompileThreads(options.compilations());
        this.store = options.codeCache().map(CodeStore::open).orElse(CodeStore.NONE);
    }

    @Override
    public Component load(byte[] component) {
        return load(component, options.limits());
    }

    @Override
    public Component load(byte[] component, Limits limits, Object owner) {
        return EngineBoundary.guarded(
                "loading",
                () -> open(new Order(component, limits, owner), type -> requireImports(type, limits))
                        .linkedToStandard(options.host()));
    }

    /** A component that somebody wants. */
    private record Order(byte[] bytes, Limits limits, Object owner) {}

    private void requireImports(ComponentType type, Limits limits) {
        ImportLinker.link(type, options.host(), List.of(), limits).requireComplete();
    }

    @Override
    public CompiledComponent compile(byte[] component) {
        return EngineBoundary.guarded(
                "loading", () -> open(new Order(component, options.limits(), new Object()), type -> {}));
    }

    /** Compiles a component that is not known yet, unless its type is refused. */
    private OpenComponent open(Order order, Consumer<ComponentType> admission) {
        String digest = Sha256.of(order.bytes());
        Limits limits = order.limits();
        Optional<OpenComponent> known = cache.find(digest);
        if (known.isPresent() && limits.allow(known.get().limits())) {
            return known.get();
        }
        if (known.isEmpty()) {
            late.check(digest, limits.compileTimeout());
        }
        Duration given = limits.compileTimeout();
        Screened screened = screening.run(
                new CompileWork<>(order.owner(), given, deadline -> screened(order, admission, deadline)),
                () -> late.remember(digest, given));
        return known.orElseGet(() -> cache.get(digest, () -> compiled(digest, screened, order)));
    }

    /** A component that may be compiled, and the time that finding it out has used up. */
    private record Screened(TypedComponent typed, ScreenedModules modules, Duration used) {}

    private Screened screened(Order order, Consumer<ComponentType> admission, CompileDeadline deadline) {
        ScreenedModules modules = new ScreenedModules(order.bytes(), order.limits(), store, deadline);
        TypedComponent typed = Validation.of(order.bytes(), order.limits(), modules);
        admission.accept(typed.type());
        return new Screened(typed, modules, deadline.used());
    }

    private OpenComponent compiled(String digest, Screened screened, Order order) {
        PlanCompiler compiler = new PlanCompiler(screened.modules());
        Duration given = order.limits().compileTimeout();
        ComponentPlan plan = compiling.run(
                new CompileWork<>(order.owner(), given, deadline -> compiler.plan(screened.typed(), deadline))
                        .after(screened.used()),
                () -> late.remember(digest, given));
        return new OpenComponent(
                digest, screened.typed().type(), plan, compiler.slowFunctions(), order.limits(), liveInstances);
    }

    @Override
    public HostModule coreModule(byte[] module) {
        return EngineBoundary.guarded("loading", () -> {
            String digest = Sha256.of(module);
            late.check(digest, options.limits().compileTimeout());
            Duration given = options.limits().compileTimeout();
            return new HostModule(compiling.run(
                    new CompileWork<>(new Object(), given, deadline -> compiled(module, deadline)),
                    () -> late.remember(digest, given)));
        });
    }

    private CompiledModule compiled(byte[] module, CompileDeadline deadline) {
        ScreenedModule screened = ScreenedModule.read(module, 0, module.length, options.limits(), store, deadline);
        return CoreCompiler.compile(screened, deadline);
    }

    @Override
    public ComponentDescription describe(byte[] component) {
        return EngineBoundary.guarded("loading", () -> {
            Duration given = options.limits().compileTimeout();
            return screening.run(
                    new CompileWork<>(new Object(), given, deadline -> description(component, deadline)), () -> {});
        });
    }

    private ComponentDescription description(byte[] component, CompileDeadline deadline) {
        TypedComponent typed = Validation.of(component, options.limits(), deadline);
        return new ComponentDescription(
                Sha256.of(component),
                typed.type(),
                WitPrinter.print(typed.type(), OpenComponent.WORLD),
                new ExportNames(typed.type()).functions(),
                ImportLinker.link(typed.type(), options.host(), List.of(), options.limits())
                        .missingNames());
    }

    @Override
    public long liveInstances() {
        return liveInstances.get();
    }

    @Override
    public void close() {
        screening.close();
        compiling.close();
        cache.clear();
    }
}
