package dev.nacre.bench.engine;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.engine.runtime.CompiledModule;
import dev.nacre.engine.runtime.CoreCompiler;
import dev.nacre.engine.runtime.CoreInstance;
import dev.nacre.engine.runtime.InstanceContext;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.sandbox.MemoryBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The guests of the measurements, in an engine with the limits that SQL has. Used by one thread. */
final class Guest implements AutoCloseable {
    /** The interface that the guest {@code echo} exports and {@code caller} imports. */
    static final String ECHO = "nacre:measure/echo";

    static final InstanceOptions UNLIMITED = new InstanceOptions(Meter.unlimited(), LogSink.NONE);

    private static final Limits LIMITS = Limits.sandbox();

    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(LIMITS, HostInterfaces.standard()));

    /** Returns a guest's bytes. */
    static byte[] bytes(String name) {
        String file = name + ".component.wasm";
        try (InputStream stream = Guest.class.getResourceAsStream("/dev/nacre/bench/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("resource '" + file + "' is missing");
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Loads a guest whose imports the host has. */
    Component load(String name) {
        return engine.load(bytes(name));
    }

    /** Compiles a guest to be linked to others. */
    CompiledComponent compile(String name) {
        return engine.compile(bytes(name));
    }

    ComponentInstance start(String name) {
        return load(name).instantiate(UNLIMITED);
    }

    /** Makes an instance of a component's first core module, which imports nothing, with no component around it. */
    static CoreInstance startCore(String name) {
        byte[] bytes = CoreModules.of(bytes(name)).get(0);
        CoreModule facts = CoreModuleReader.read(bytes, 0, bytes.length, LIMITS);
        CompiledModule module = CoreCompiler.compile(
                bytes, 0, bytes.length, facts, CompileDeadline.within(LIMITS.compileTimeout()));
        return module.instantiate(
                List.of(), new InstanceContext(Meter.unlimited(), new MemoryBudget(Long.MAX_VALUE), LIMITS));
    }

    @Override
    public void close() {
        engine.close();
    }
}
