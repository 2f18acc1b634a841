package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.sandbox.CleanUps;
import dev.nacre.engine.sandbox.HandleBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.functions.grants.HostBounds;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.RoutineShape;
import dev.nacre.functions.shape.Shapes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** A scope over the engine. The lists are touched by the statement's thread and by whoever closes: hence the lock. */
final class EngineQueryScope implements QueryScope {
    private final Function<String, Component> components;
    private final ScopeOptions options;
    private final Meter meter;
    private final boolean hasTimeout;
    private final RowClock clock = new RowClock(System.nanoTime());
    private final SharedBudgets.UserBudget shared;
    private final StatementMemory memory;
    private final HandleBudget handles;
    private final long opened;
    private final Consumer<EngineQueryScope> onClose;

    /** What is used or may be, however soon its library lets go of it. */
    private final Map<String, Component> kept = new ConcurrentHashMap<>();

    private final Map<FunctionDefinition, CalledFunction> calls = new LinkedHashMap<>();
    private final List<ComponentInstance> instances = new ArrayList<>();
    private volatile boolean closed;

    /** @param opened the number of the last component that was loaded before the scope */
    EngineQueryScope(
            Function<String, Component> components,
            long opened,
            ScopeOptions options,
            SharedBudgets.UserBudget shared,
            Consumer<EngineQueryScope> onClose) {
        this.components = components;
        this.options = options;
        this.meter = meter(options);
        this.hasTimeout = meter.timeLeft().isPresent();
        this.shared = shared;
        this.memory = new StatementMemory(shared.memory(), options.settings().get(SqlSetting.QUERY_MEMORY));
        this.handles = new HandleBudget(options.settings().get(SqlSetting.HANDLES));
        this.opened = opened;
        this.onClose = onClose;
        meter.pause();
    }

    private static Meter meter(ScopeOptions options) {
        EffectiveSettings settings = options.settings();
        boolean endless = settings.get(SqlSetting.TIMEOUT) == Long.MAX_VALUE;
        Optional<Duration> timeout = endless ? Optional.empty() : Optional.of(settings.duration(SqlSetting.TIMEOUT));
        return new Meter(
                settings.duration(SqlSetting.CALL_TIMEOUT),
                timeout,
                settings.get(SqlSetting.FUEL),
                (int) settings.get(SqlSetting.CALL_DEPTH),
                options.signal());
    }

    @Override
    public synchronized void prepare(FunctionDefinition function) {
        called(function);
    }

    @Override
    public synchronized ScalarCall scalar(FunctionDefinition function) {
        return called(function).scalar();
    }

    @Override
    public synchronized BatchCall batch(FunctionDefinition function) {
        return called(function).batch();
    }

    @Override
    public synchronized TableCall table(FunctionDefinition function) {
        return called(function).table();
    }

    @Override
    public synchronized ProcessorCall processor(FunctionDefinition function) {
        return called(function).processor();
    }

    @Override
    public synchronized AggregateCall aggregate(FunctionDefinition function) {
        return called(function).aggregate();
    }

    private CalledFunction called(FunctionDefinition function) {
        requireOpen();
        return calls.computeIfAbsent(function, this::newCall);
    }

    private CalledFunction newCall(FunctionDefinition function) {
        String subject = "function '" + function.name() + "'";
        try {
            Component component = component(function.sha256());
            InstanceOptions base = new InstanceOptions(meter, options.watch().log(function, options.log()))
                    .withHandles(handles)
                    .withGrants(grants(subject, function));
            EffectiveSettings settings = options.settings().and(FunctionSettings.of(function));
            InstanceSource source = new InstanceSource(this, component, base, settings);
            RoutineShape shape = Shapes.of(Routine.of(subject, function), component);
            return new CalledFunction(function, shape, new GuestRoutine(subject, source, meter), settings);
        } catch (EngineException failure) {
            throw FunctionException.of(subject, failure);
        }
    }

    /** Bounded by this JVM at every use: a database may come from elsewhere. */
    private static Grants grants(String subject, FunctionDefinition function) {
        return function.hostGrants().isEmpty()
                ? Grants.none()
                : HostBounds.read().grants(subject, function.hostGrants(), function.deterministic());
    }

    private Component component(String digest) {
        Component known = kept.get(digest);
        if (known == null) {
            known = components.apply(digest);
            kept.put(digest, known);
        }
        return known;
    }

    /** Takes a component that the library lets go of, if it was there when the scope was opened. From any thread. */
    void keep(Component component, long number) {
        if (number <= opened && !closed) {
            kept.put(component.sha256(), component);
        }
    }

    Meter meter() {
        return meter;
    }

    StatementMemory memory() {
        return memory;
    }

    /** Makes an instance that this scope closes. */
    synchronized ComponentInstance instantiate(String subject, Component component, InstanceOptions instanceOptions) {
        requireOpen();
        forgetClosed();
        long most = options.settings().get(SqlSetting.INSTANCES);
        if (instances.size() >= most) {
            throw new FunctionException(
                    FunctionErrorCode.STATEMENT_LIMIT,
                    subject + ": the statement has " + instances.size() + " instances open, at most " + most
                            + " allowed (setting instances); call fewer functions in one statement, or raise it");
        }
        shared.takeInstance(subject);
        try {
            ComponentInstance instance = component.instantiate(instanceOptions);
            instances.add(instance);
            return instance;
        } catch (RuntimeException | Error failure) {
            shared.releaseInstances(1);
            throw failure;
        }
    }

    private void forgetClosed() {
        int before = instances.size();
        instances.removeIf(instance -> !instance.isOpen());
        shared.releaseInstances(before - instances.size());
    }

    @Override
    public void cancel() {
        meter.cancel();
    }

    @Override
    public void check() {
        requireOpen();
        try {
            if (hasTimeout && clock.isDue()) {
                clock.looked(System.nanoTime());
                meter.check(); // a scan may take long for few rows
            } else {
                meter.poll();
            }
        } catch (EngineException stopped) {
            throw FunctionException.of("statement", stopped);
        }
    }

    @Override
    public void resume() {
        meter.resume();
    }

    @Override
    public void pause() {
        meter.pause();
    }

    @Override
    public Optional<Duration> timeLeft() {
        return meter.timeLeft();
    }

    @Override
    public EffectiveSettings settings() {
        return options.settings();
    }

    @Override
    public void keep(long bytes) {
        memory.keep(bytes);
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
            CleanUps cleanUps = new CleanUps();
            instances.forEach(instance -> cleanUps.run(instance::close));
            shared.releaseInstances(instances.size());
            memory.release();
            shared.close();
            calls.forEach((function, call) -> cleanUps.run(() -> options.watch().ended(function, call.counts())));
            cleanUps.run(options.log()::end);
            kept.clear();
            onClose.accept(this);
            cleanUps.finish();
        }
    }
}
