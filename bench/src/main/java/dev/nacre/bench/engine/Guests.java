package dev.nacre.bench.engine;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.runtime.CoreInstance;
import dev.nacre.engine.runtime.InstanceContext;
import dev.nacre.engine.runtime.ScreenedModule;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The guests of the measurements, in one engine with the limits that SQL has, which keeps what it compiled. */
final class Guests {
    /** The interface that the guest {@code echo} exports and {@code caller} imports. */
    static final String ECHO = "nacre:measure/echo";

    static final InstanceOptions UNLIMITED = new InstanceOptions(Meter.unlimited(), LogSink.NONE);

    private static final Limits LIMITS = Limits.sandbox();

    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(LIMITS, HostInterfaces.standard()));

    private static final Map<String, CompiledComponent> COMPILED = new ConcurrentHashMap<>();

    private Guests() {}

    /** Returns a guest's bytes. */
    static byte[] bytes(String name) {
        String file = name + ".component.wasm";
        try (InputStream stream = Guests.class.getResourceAsStream("/dev/nacre/bench/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("resource '" + file + "' is missing");
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a guest, to be linked. */
    static CompiledComponent compiled(String name) {
        return COMPILED.computeIfAbsent(name, key -> ENGINE.compile(bytes(key)));
    }

    /** Returns a guest whose imports the host has. */
    static Component linked(String name) {
        return compiled(name).link(HostInterfaces.standard());
    }

    static ComponentInstance start(String name) {
        return linked(name).instantiate(UNLIMITED);
    }

    /** Makes an instance of a component's first core module, which imports nothing, with no component around it. */
    static CoreInstance startCore(String name) {
        byte[] bytes = CoreModules.of(bytes(name)).get(0);
        ScreenedModule screened = ScreenedModule.read(bytes, 0, bytes.length, LIMITS);
        CompiledModule module = CoreCompiler.compile(screened, CompileDeadline.within(LIMITS.compileTimeout()));
        return module.instantiate(
                List.of(), new InstanceContext(Meter.unlimited(), new MemoryBudget(Long.MAX_VALUE), LIMITS));
    }
}
