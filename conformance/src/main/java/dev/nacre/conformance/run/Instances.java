package dev.nacre.conformance.run;

import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.script.ModuleFile;
import dev.nacre.conformance.script.ScriptFolder;
import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes components and instances of a script, step by step, on the engine's thread. */
final class Instances {
    private static final byte[] CORE_PREAMBLE = {0, 'a', 's', 'm', 1, 0, 0, 0};

    private final ComponentEngine engine;
    private final EngineThread thread;
    private final Duration callTimeout;
    private final ScriptFolder files;

    Instances(ComponentEngine engine, EngineThread thread, Duration callTimeout, ScriptFolder files) {
        this.engine = engine;
        this.thread = thread;
        this.callTimeout = callTimeout;
        this.files = files;
    }

    /** Reads the binary of a component, or says why there is none to run. */
    Attempt<byte[]> read(ModuleFile file) {
        if (file.binary().isEmpty()) {
            return Attempt.ended(Verdict.textOnly());
        }
        try {
            byte[] bytes = files.read(file.binary().get());
            return isCoreModule(file, bytes)
                    ? Attempt.ended(Verdict.skipped("core module at top level"))
                    : Attempt.made(bytes);
        } catch (ConformanceException unreadable) {
            return Attempt.ended(Verdict.failed(String.valueOf(unreadable.getMessage())));
        }
    }

    /** Scripts may hold core modules beside components, which is another suite's matter. */
    private static boolean isCoreModule(ModuleFile file, byte[] bytes) {
        return file.kind().map("module"::equals).orElseGet(() -> hasCorePreamble(bytes));
    }

    private static boolean hasCorePreamble(byte[] bytes) {
        int length = CORE_PREAMBLE.length;
        return bytes.length >= length && Arrays.equals(CORE_PREAMBLE, 0, length, bytes, 0, length);
    }

    CompiledComponent compile(byte[] bytes) {
        return thread.call(() -> engine.compile(bytes));
    }

    Component link(CompiledComponent component, HostInterfaces imports) {
        return thread.call(() -> component.link(imports));
    }

    ComponentInstance start(Component component) {
        Meter meter = new Meter(callTimeout, Optional.empty(), Long.MAX_VALUE);
        return thread.call(() -> component.instantiate(new InstanceOptions(meter, LogSink.NONE)));
    }

    /** Gives an instance back. */
    void close(Running running) {
        if (running.end().isEmpty()) {
            Instances.attempt(() -> thread.call(() -> {
                running.instance().close();
                return true;
            }));
        }
    }

    /** Does a step that is to succeed. */
    static <T> Attempt<T> attempt(Supplier<T> step) {
        try {
            return Attempt.made(step.get());
        } catch (EngineException refused) {
            return Attempt.ended(Judge.refused(refused));
        }
    }
}
