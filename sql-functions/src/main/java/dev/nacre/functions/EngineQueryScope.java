package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.sandbox.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A scope over the engine. The lists are touched by the statement's thread and by whoever closes: hence the lock. */
final class EngineQueryScope implements QueryScope {
    private final Function<String, Component> components;
    private final InstanceOptions options;
    private final Meter meter;
    private final Runnable onClose;
    private final Map<FunctionDefinition, ScalarCall> calls = new LinkedHashMap<>();
    private final List<ComponentInstance> instances = new ArrayList<>();
    private volatile boolean closed;

    EngineQueryScope(Function<String, Component> components, ScopeOptions options, Runnable onClose) {
        this.components = components;
        this.meter = new Meter(options.callTimeout(), options.timeout(), options.fuel());
        this.options = new InstanceOptions(meter, options.log());
        this.onClose = onClose;
    }

    @Override
    public synchronized ScalarCall scalar(FunctionDefinition function) {
        requireOpen();
        return calls.computeIfAbsent(function, this::newCall);
    }

    private ScalarCall newCall(FunctionDefinition function) {
        String subject = "function '" + function.name() + "'";
        try {
            Component component = components.apply(function.sha256());
            return new GuestScalarCall(subject, function, component, this);
        } catch (EngineException failure) {
            throw FunctionException.of(subject, failure);
        }
    }

    /** Makes an instance that this scope closes. */
    synchronized ComponentInstance instantiate(Component component) {
        requireOpen();
        ComponentInstance instance = component.instantiate(options);
        instances.add(instance);
        return instance;
    }

    @Override
    public void cancel() {
        meter.cancel();
    }

    @Override
    public void check() {
        requireOpen();
        try {
            meter.poll();
        } catch (EngineException stopped) {
            throw FunctionException.of("statement", stopped);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new FunctionException(
                    FunctionErrorCode.SCOPE_CLOSED,
                    "statement: expected a running statement, found it closed; execute it again");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            meter.cancel();
            instances.forEach(ComponentInstance::close);
            onClose.run();
        }
    }
}
