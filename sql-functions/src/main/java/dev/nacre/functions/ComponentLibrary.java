package dev.nacre.functions;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.sandbox.StopSignal;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.functions.shape.Routine;
import dev.nacre.functions.shape.RoutineShape;
import dev.nacre.functions.shape.Shapes;
import dev.nacre.functions.watch.DatabaseWatch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The loaded components of one database, by digest. Safe for use by many threads.
 *
 * <p>A component is loaded at its first use and let go when no function needs it any more; a scope that runs keeps the ones it
 * uses.
 */
public final class ComponentLibrary {
    private final ComponentEngine engine;
    private final Supplier<SharedBudgets> budgets;
    private final Map<String, Loading> loaded = new ConcurrentHashMap<>();
    private final Set<EngineQueryScope> scopes = ConcurrentHashMap.newKeySet();

    /** Numbers what is loaded, so that a scope knows what was there before it. */
    private final AtomicLong numbers = new AtomicLong();

    private final DatabaseWatch watch = new DatabaseWatch();

    public ComponentLibrary(ComponentEngine engine) {
        this(engine, SharedBudgets::ofJvm);
    }

    ComponentLibrary(ComponentEngine engine, Supplier<SharedBudgets> budgets) {
        this.engine = requireNonNull(engine, "engine is null");
        this.budgets = budgets;
    }

    /** Where the bytes of registered components are kept. */
    @FunctionalInterface
    public interface ComponentBytes {
        /**
         * Reads a component.
         *
         * @param sha256 lower-case hexadecimal; the reader has checked that the bytes have this digest
         * @throws FunctionException when there is no such component or its bytes were changed
         */
        byte[] read(String sha256);
    }

    /**
     * Loads a component that somebody brings or looks at; nobody is held to it yet.
     *
     * @param limits those of whoever brings it
     * @param user whose statement it is
     * @throws EngineException as {@link ComponentEngine#load(byte[], Limits, Object)}
     */
    public Component load(byte[] bytes, Limits limits, String user) {
        return engine.load(bytes, limits, new SharedBudgets.User(this, user));
    }

    /** Takes a component that was just registered, so that its first query does not load it again. */
    public void add(Component component) {
        loaded.compute(
                component.sha256(),
                (digest, known) -> new Loading(known == null ? numbers.incrementAndGet() : known.number, component));
    }

    /** Returns the digests of the components that are kept for queries to come. */
    public Set<String> digests() {
        return Set.copyOf(loaded.keySet());
    }

    /** Lets go of all components but these; scopes that are open keep those that they may still come to call. */
    public void retain(Set<String> digests) {
        loaded.forEach((digest, loading) -> {
            if (!digests.contains(digest)) {
                handOver(loading);
                loaded.remove(digest, loading);
            }
        });
    }

    private void handOver(Loading loading) {
        Component component = loading.component;
        if (component != null) {
            scopes.forEach(scope -> scope.keep(component, loading.number));
        }
    }

    /**
     * Opens a scope for one statement.
     *
     * @param bytes asked, on the statement's thread, for components that are not loaded yet
     */
    public QueryScope open(ScopeOptions options, ComponentBytes bytes) {
        EngineQueryScope scope = new EngineQueryScope(
                digest -> component(digest, bytes, options.settings(), options.user()),
                numbers.get(),
                options,
                budgets.get().of(this, options.user(), options.settings()),
                scopes::remove);
        scopes.add(scope);
        return scope;
    }

    /**
     * Returns the shape of a function, for whoever plans a call of it.
     *
     * @param bytes asked for the component if it is not loaded yet
     * @param settings those of the session
     * @param user whose statement it is
     * @throws FunctionException when the component cannot be loaded, or its export does not fit any more
     */
    public RoutineShape shape(
            FunctionDefinition function, ComponentBytes bytes, EffectiveSettings settings, String user) {
        String subject = "function '" + function.name() + "'";
        try {
            return Shapes.of(Routine.of(subject, function), component(function.sha256(), bytes, settings, user));
        } catch (EngineException failure) {
            throw FunctionException.of(subject, failure);
        }
    }

    /**
     * Starts an instance and closes it: a start function may trap or loop, better now than in the first query.
     *
     * @param user whose statement it is
     * @param signal asked now and then, on this thread, whether the start has to stop
     * @throws EngineException as {@link Component#instantiate}
     * @throws FunctionException when the user may have no more instances
     */
    public void tryOut(
            String subject, Component component, EffectiveSettings settings, String user, StopSignal signal) {
        Meter meter = new Meter(
                settings.duration(SqlSetting.CALL_TIMEOUT),
                Optional.empty(),
                settings.get(SqlSetting.FUEL),
                (int) settings.get(SqlSetting.CALL_DEPTH),
                signal);
        try (SharedBudgets.UserBudget shared = budgets.get().of(this, user, settings)) {
            shared.takeInstance(subject);
            try {
                StatementMemory memory = new StatementMemory(shared.memory(), settings.get(SqlSetting.QUERY_MEMORY));
                InstanceOptions options = new InstanceOptions(meter, LogSink.NONE)
                        .withLimits(settings.limits())
                        .withMemory(memory.instance(settings));
                component.instantiate(options).close();
            } finally {
                shared.releaseInstances(1);
            }
        }
    }

    /** Returns what is remembered of the database's statements. */
    public DatabaseWatch watch() {
        return watch;
    }

    /** Returns how many scopes are open now. */
    public long liveScopes() {
        return scopes.size();
    }

    /** Whoever registered a component was held to its caps; a session that only calls it is not. */
    private Component component(String sha256, ComponentBytes bytes, EffectiveSettings settings, String user) {
        Loading loading = loaded.computeIfAbsent(sha256, digest -> new Loading(numbers.incrementAndGet(), null));
        try {
            return loading.component(
                    () -> load(bytes.read(sha256), settings.atItsMost().limits(), user));
        } catch (RuntimeException | Error failure) {
            loaded.remove(sha256, loading); // who comes next tries again
            throw failure;
        }
    }

    /** A component that is loaded once, under a lock of its own: others are loaded at the same time. */
    private static final class Loading {
        private final long number;
        private volatile @Nullable Component component;

        Loading(long number, @Nullable Component component) {
            this.number = number;
            this.component = component;
        }

        synchronized Component component(Supplier<Component> loader) {
            Component known = component;
            if (known == null) {
                known = loader.get();
                component = known;
            }
            return known;
        }
    }
}
