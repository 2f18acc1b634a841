package dev.nacre.engine.host;

import dev.nacre.engine.Grants;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.CleanUps;
import dev.nacre.engine.sandbox.Meter;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a host function may reach: the meter, the log, what was granted, and the state that the host keeps for one component
 * instance.
 *
 * <p>One for each component instance, made with it and closed with it. Mutable, used by the instance's thread alone.
 */
public final class HostCall implements AutoCloseable {
    private final Meter meter;
    private final LogSink log;
    private final Grants grants;
    private final Map<Class<? extends HostState>, HostState> states = new IdentityHashMap<>();

    /**
     * Makes what the host functions of an instance share that was granted nothing; the engine does.
     *
     * @param meter bounds the instance's running
     * @param log takes what the guest logs and prints
     */
    public HostCall(Meter meter, LogSink log) {
        this(meter, log, Grants.none());
    }

    /**
     * Makes what belongs to an instance.
     *
     * @param meter bounds the instance's running
     * @param log takes what the guest logs and prints
     * @param grants what the instance is given of the host
     */
    public HostCall(Meter meter, LogSink log, Grants grants) {
        this.meter = Objects.requireNonNull(meter, "meter is null");
        this.log = Objects.requireNonNull(log, "log is null");
        this.grants = Objects.requireNonNull(grants, "grants is null");
    }

    /** Returns what bounds the instance's running; long work polls it. */
    public Meter meter() {
        return meter;
    }

    /** Returns where log lines go. */
    public LogSink log() {
        return log;
    }

    /** Returns what the instance is given of the host. */
    public Grants grants() {
        return grants;
    }

    /**
     * Returns the instance's state of one kind.
     *
     * @param kind the class of the state, one object of which is kept
     * @param make makes it at first use
     */
    public <T extends HostState> T state(Class<T> kind, Supplier<T> make) {
        HostState state = states.get(kind);
        if (state == null) {
            state = make.get();
            states.put(kind, state);
        }
        return kind.cast(state);
    }

    /** Ends the instance's host state when the instance ends, for example by logging a last line that had no line feed. */
    @Override
    public void close() {
        CleanUps cleanUps = new CleanUps();
        states.values().forEach(state -> cleanUps.run(() -> state.end(log)));
        states.clear();
        cleanUps.finish();
    }
}
