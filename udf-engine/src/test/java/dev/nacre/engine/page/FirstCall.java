package dev.nacre.engine.page;

// @start region="first-call"
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ResultValue;
import java.time.Duration;
import java.util.Optional;

/** Masks a payload with the component telemetry-rust. */
public final class FirstCall {
    private static final Limits LIMITS = Limits.sandbox();

    private FirstCall() {}

    static ResultValue mask(byte[] bytes, byte[] payload) {
        try (ComponentEngine engine = ComponentEngine.create(new EngineOptions(LIMITS, HostInterfaces.standard()))) {
            Component component = engine.load(bytes);
            Meter meter = new Meter(Duration.ofSeconds(5), Optional.empty(), Long.MAX_VALUE);
            InstanceOptions options = new InstanceOptions(meter, BoundedLog.of(LIMITS));
            try (ComponentInstance instance = component.instantiate(options)) {
                return (ResultValue) instance.function("handle-data").call(payload);
            }
        }
    }
}
// @end
