package dev.nacre.engine.page;

import static dev.nacre.engine.page.Samples.assertFailsAsShown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.BoundedLog;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.LogTee;
import dev.nacre.engine.host.Slf4jLog;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.testing.SmallComponents;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page's chapters on limits, the life of an instance, logs and errors. */
class LimitsTest {
    private final ComponentEngine engine = Samples.ENGINE;

    @Test
    void setsLimits() {
        HostInterfaces host = HostInterfaces.standard();
        byte[] bytes = Samples.guest("telemetry-rust");

        // @start region="limits"
        Limits limits = Limits.sandbox().with(Setting.MEMORY, 64 << 20).with(Setting.HANDLES, 100);
        ComponentEngine wider = ComponentEngine.create(new EngineOptions(limits, host));
        // @end
        try (wider) {
            assertThat(wider.load(bytes).functions()).hasSize(1);
        }
        Limits tight = limits.with(Setting.COMPONENT_BYTES, 10_000);
        try (ComponentEngine small = ComponentEngine.create(new EngineOptions(tight, host))) {
            assertFailsAsShown(ErrorCode.CAP_EXCEEDED, () -> small.load(bytes));
        }
    }

    @Test
    void meters() {
        Component component = engine.load(Samples.guest("hostile"));

        // @start region="meter"
        Meter meter = new Meter(
                Duration.ofSeconds(5), // one call from Java into a guest
                Optional.of(Duration.ofMinutes(1)), // everything under this meter, from now on
                1_000_000); // units of fuel; Long.MAX_VALUE for any number
        // @end
        try (ComponentInstance instance = component.instantiate(new InstanceOptions(meter, LogSink.NONE))) {
            assertFailsAsShown(
                    ErrorCode.OUT_OF_FUEL, () -> instance.function("spin").call());
            assertThat(meter.fuelLeft()).isZero();
        }
    }

    @Test
    void cancels() {
        Meter meter = Meter.unlimited();
        Component component = engine.load(Samples.guest("hostile"));
        try (ComponentInstance instance = component.instantiate(new InstanceOptions(meter, LogSink.NONE))) {
            meter.cancel();

            assertFailsAsShown(
                    ErrorCode.CANCELLED, () -> instance.function("spin").call());
        }
    }

    @Test
    void resets() {
        Component component = engine.load(Samples.guest("telemetry-rust"));
        byte[] first = {1};
        byte[] second = {2};

        // @start region="reset"
        ComponentInstance used = component.instantiate(new InstanceOptions(Meter.unlimited(), LogSink.NONE));
        used.function("handle-data").call(first);
        try (ComponentInstance fresh = used.reset(new InstanceOptions(Meter.unlimited(), LogSink.NONE))) {
            fresh.function("handle-data").call(second);
        }
        // @end
        assertThat(used.isOpen()).isFalse();
    }

    @Test
    void endsAnInstanceThatTrapped() {
        ComponentInstance instance = engine.load(Samples.guest("hostile")).instantiate(Samples.options());
        ExportedFunction trap = instance.function("trap");

        // @start region="errors"
        try {
            trap.call();
        } catch (EngineException failure) {
            String whoActs = switch (failure.code().category()) {
                case USER -> "the caller: another component, name or argument";
                case GUEST -> "the component's author";
                case RESOURCE -> "the operator: more of what ran out, or less work";
                case INTERNAL -> "the host function's author, or Nacre's";
            };
            assertThat(whoActs).isEqualTo("the component's author");
            assertThat(instance.isOpen()).isFalse();
        }
        // @end
        assertFailsAsShown(ErrorCode.INSTANCE_CLOSED, trap::call);
    }

    @Test
    void logs() {
        Component component = engine.load(Samples.guest("telemetry-rust"));
        byte[] payload = {1, 2, 3};

        // @start region="log"
        BoundedLog log = BoundedLog.of(Limits.sandbox());
        LogSink both = new LogTee(log, new Slf4jLog());
        try (ComponentInstance instance = component.instantiate(new InstanceOptions(Meter.unlimited(), both))) {
            instance.function("handle-data").call(payload);
        }
        assertThat(log.lines()).contains(new BoundedLog.Line("debug", "Payload obfuscation complete"));
        // @end
    }

    @Test
    void refusesAsynchronousFunctions() {
        Component component =
                engine.load(Objects.requireNonNull(SmallComponents.all().get("asynchronous")));
        try (ComponentInstance instance = component.instantiate(Samples.options())) {
            assertFailsAsShown(
                    ErrorCode.UNSUPPORTED_FEATURE, () -> instance.function("f").call());
            assertThat(instance.isOpen()).isTrue();
        }
    }
}
