package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Seeds;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job from Java: a stock component masks payloads and logs what it does. */
class TelemetryTest {
    private static final List<String> LINES =
            List.of("info: Initiating telemetry payload processing", "debug: Payload obfuscation complete");

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @RegisterExtension
    final Seeds seeds = new Seeds();

    private final RecordedLog log = new RecordedLog();

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c", "telemetry-cpp", "telemetry-go", "telemetry-as"})
    void masksEveryByte(String guest) {
        try (ComponentInstance instance = EngineFixture.instance(guest, log)) {
            ExportedFunction function = instance.function("handle-data");

            for (int length : new int[] {1, 2, 64, 1024, 4095, 4096, 65_535, 65_536, 1 << 20}) {
                byte[] payload = new byte[length];
                Seeds.random(length).nextBytes(payload);

                assertThat(function.call(payload)).isInstanceOfSatisfying(ResultValue.class, result -> {
                    assertThat(result.isOk()).isTrue();
                    assertThat((byte[]) result.payload()).isEqualTo(masked(payload));
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c", "telemetry-cpp", "telemetry-go", "telemetry-as"})
    void answersAnEmptyPayloadWithTheGuestsError(String guest) {
        try (ComponentInstance instance = EngineFixture.instance(guest)) {
            assertThat(instance.function("handle-data").call(new byte[0]))
                    .isEqualTo(ResultValue.error("Payload cannot be empty"));
            assertThat(instance.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c", "telemetry-cpp", "telemetry-go", "telemetry-as"})
    void bringsTheLinesThatTheGuestLogs(String guest) {
        try (ComponentInstance instance = EngineFixture.instance(guest, log)) {
            instance.function("handle-data").call(new byte[] {1});
            instance.function("handle-data").call(new byte[0]);
        }

        assertThat(log.lines()).containsExactly(LINES.get(0), LINES.get(1), LINES.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c", "telemetry-cpp", "telemetry-go", "telemetry-as"})
    void keepsItsMemorySmallOverManyCalls(String guest) {
        try (ComponentInstance instance = EngineFixture.instance(guest)) {
            ExportedFunction function = instance.function("handle-data");
            Collections.nCopies(300, new byte[10_000]).forEach(function::call);
            long before = instance.memoryBytes();

            Collections.nCopies(2_000, new byte[10_000]).forEach(function::call);

            assertThat(instance.memoryBytes()).isEqualTo(before);
        }
    }

    private static byte[] masked(byte[] payload) {
        byte[] masked = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            masked[i] = (byte) (payload[i] ^ 0xAA);
        }
        return masked;
    }
}
