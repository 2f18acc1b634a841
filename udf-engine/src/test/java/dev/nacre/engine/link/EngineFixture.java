package dev.nacre.engine.link;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One engine for the tests of this package, which keeps the guests that it compiled. */
final class EngineFixture {
    /** A machine that is busy with other things must not fail a test: the largest guest takes 17 s of CPU time to compile. */
    private static final Limits LIMITS = Limits.sandbox().with(Setting.COMPILE_TIMEOUT, 600_000);

    static final ComponentEngine ENGINE = ComponentEngine.create(new EngineOptions(LIMITS, HostInterfaces.standard()));

    private static final Map<String, Component> LOADED = new HashMap<>();

    private EngineFixture() {}

    /** Fails a test that leaves an instance open. */
    static LeakCheck leakCheck() {
        return LeakCheck.builder()
                .counter("live instances", ENGINE::liveInstances)
                .build();
    }

    static Component guest(String name) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(name, key -> ENGINE.load(Guests.bytes(key)));
        }
    }

    static ComponentInstance instance(String guest, RecordedLog log) {
        return guest(guest).instantiate(new InstanceOptions(Meter.unlimited(), log));
    }

    static ComponentInstance instance(String guest) {
        return instance(guest, new RecordedLog());
    }

    /** Returns an instance whose calls end after a while. */
    static ComponentInstance timedInstance(String guest, Duration callTimeout) {
        Meter meter = new Meter(callTimeout, Optional.empty(), Long.MAX_VALUE);
        return guest(guest).instantiate(new InstanceOptions(meter, new RecordedLog()));
    }
}
