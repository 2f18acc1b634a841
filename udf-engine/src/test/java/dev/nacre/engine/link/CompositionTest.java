package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stock Rust component and a stock C component: put together by a tool into one file, or linked here. */
class CompositionTest {
    private static final HostInterfaces HOST = HostInterfaces.standard();

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    @Test
    void numbersTheLinesThatTheFilterPassesOn() {
        for (Component component : List.of(composed(), linked())) {
            RecordedLog log = new RecordedLog();
            try (ComponentInstance instance = open(component, log)) {
                call(instance, new byte[] {1});
                call(instance, new byte[0]);
            }

            assertThat(log.lines())
                    .containsExactly(
                            "info: #1 Initiating telemetry payload processing",
                            "info: #2 Initiating telemetry payload processing");
        }
    }

    @Test
    void givesTheSameInOneFileAsLinkedHere() {
        RecordedLog composedLog = new RecordedLog();
        RecordedLog linkedLog = new RecordedLog();
        try (ComponentInstance composed = open(composed(), composedLog);
                ComponentInstance linked = open(linked(), linkedLog)) {
            for (byte[] payload : payloads()) {
                ResultValue expected = call(linked, payload);
                ResultValue found = call(composed, payload);

                assertThat(found.isOk()).isEqualTo(expected.isOk()).isEqualTo(payload.length > 0);
                assertThat(found.payload()).isEqualTo(expected.payload());
            }
            assertThat(composed.memoryBytes()).isEqualTo(linked.memoryBytes());
        }
        assertThat(composedLog.lines()).hasSize(payloads().size()).isEqualTo(linkedLog.lines());
    }

    @Test
    void showsTheFilterToNobody() {
        for (Component component : List.of(composed(), linked())) {
            try (ComponentInstance instance = open(component, new RecordedLog())) {
                assertThatThrownBy(() -> instance.function("local:telemetry/logger#log"))
                        .hasMessageStartingWith("unknown export 'local:telemetry/logger#log'")
                        .hasMessageContaining("'handle-data'");
            }
        }
    }

    private static Component composed() {
        return EngineFixture.guest("filtered-telemetry");
    }

    private static Component linked() {
        return EngineFixture.ENGINE
                .compile(Guests.bytes("telemetry-rust"))
                .link(HOST, EngineFixture.guest("log-filter-c"));
    }

    private static ComponentInstance open(Component component, RecordedLog log) {
        return component.instantiate(new InstanceOptions(Meter.unlimited(), log));
    }

    private static ResultValue call(ComponentInstance instance, byte[] payload) {
        return (ResultValue) instance.function("handle-data").call(Arrays.copyOf(payload, payload.length));
    }

    private static List<byte[]> payloads() {
        List<byte[]> payloads = new ArrayList<>();
        for (int length : new int[] {0, 1, 64, 0, 4_095, 65_536, 1 << 20}) {
            byte[] payload = new byte[length];
            Seeds.random(length).nextBytes(payload);
            payloads.add(payload);
        }
        return payloads;
    }
}
