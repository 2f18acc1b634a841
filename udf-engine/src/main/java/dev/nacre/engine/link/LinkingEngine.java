package dev.nacre.engine.link;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.validate.TypedComponent;
import dev.nacre.engine.wit.WitPrinter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

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
        return guarded(() -> cache.get(Sha256.of(component), digest -> link(digest, component)));
    }

    private LinkedComponent link(String sha256, byte[] bytes) {
        TypedComponent typed = Validation.of(bytes, options.limits());
        HostImports imports = new HostImports(typed.type(), options.host());
        imports.requireComplete();
        Limits limits = options.limits();
        CompileDeadline deadline = CompileDeadline.within(limits.compileTimeout());
        ComponentPlan plan = PlanBuilder.plan(
                typed,
                module -> CoreCompiler.compile(bytes, module.offset(), module.length(), module.module(), deadline));
        return new LinkedComponent(sha256, typed.type(), plan, imports, limits, liveInstances);
    }

    @Override
    public ComponentDescription describe(byte[] component) {
        return guarded(() -> {
            TypedComponent typed = Validation.of(component, options.limits());
            return new ComponentDescription(
                    Sha256.of(component),
                    typed.type(),
                    WitPrinter.print(typed.type(), LinkedComponent.WORLD),
                    new ExportNames(typed.type()).functions(),
                    new HostImports(typed.type(), options.host()).missing());
        });
    }

    /** Lets nothing but exceptions of the engine out, whatever hostile bytes provoke. */
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException exception) {
            throw exception;
        } catch (StackOverflowError exhausted) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    "the component is nested too deeply to be read; use a flatter one",
                    exhausted);
        } catch (OutOfMemoryError exhausted) {
            throw new EngineException(
                    ErrorCode.MEMORY_LIMIT,
                    "the JVM ran out of memory while loading the component; use a smaller one or raise -Xmx",
                    exhausted);
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            throw new EngineException(
                    ErrorCode.INTERNAL, "loading the component failed: " + failure + "; please report this", failure);
        }
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
