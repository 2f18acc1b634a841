package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stock Go brings along: a runtime that starts with the instance, a collector that reads clocks, its own text rules. */
class GoGuestTest {
    private static final long FUEL = 1_000_000;

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    /** A call of 64 bytes takes 2,400 units, a start 170,000. */
    @Test
    void startsAndAnswersOnLittleFuelWithNothingGranted() {
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), FUEL);
        InstanceOptions options = new InstanceOptions(meter, new RecordedLog());
        try (ComponentInstance instance = EngineFixture.guest("telemetry-go").instantiate(options)) {
            assertThat(meter.fuelLeft()).isBetween(FUEL / 2, FUEL - 1);

            for (int i = 0; i < 10; i++) {
                assertThat(instance.function("handle-data").call(new byte[64]))
                        .isInstanceOfSatisfying(
                                ResultValue.class,
                                result -> assertThat(result.isOk()).isTrue());
            }
        }
    }

    /** Each call takes and gives more than a collection is worth, and all of them ten times the memory there may be. */
    @Test
    void collectsWhatCallsLeaveBehind() {
        try (ComponentInstance instance = EngineFixture.instance("telemetry-go")) {
            for (int i = 0; i < 80; i++) {
                assertThat(instance.function("handle-data").call(new byte[1 << 20]))
                        .isInstanceOf(ResultValue.class);
            }
            assertThat(instance.memoryBytes()).isLessThan(16 << 20);
        }
    }

    @Test
    void mapsToSeveralCapitalsWhereUnicodeSaysSo() {
        int[] special = IntStream.range(0, Character.MIN_SURROGATE)
                .filter(c -> Character.toString(c).toUpperCase(Locale.ROOT).length() > 1)
                .toArray();
        assertThat(special).hasSizeGreaterThan(80);

        String text = new String(special, 0, special.length);
        assertThat(upper("shapes-go", text)).isEqualTo(upper("shapes-rust", text));
    }

    private static Object upper(String guest, String text) {
        try (ComponentInstance instance = EngineFixture.instance(guest)) {
            return instance.function("upper").call(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1e300,
                5e-324,
                0.1,
                -123456789.125,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void writesNumbersAsRustDoes(double number) {
        assertThat(many("shapes-go", number)).isEqualTo(many("shapes-rust", number));
    }

    private static Object many(String guest, double number) {
        try (ComponentInstance instance = EngineFixture.instance(guest)) {
            return instance.function("nacre:shapes/compute#many")
                    .call(
                            true,
                            (byte) -128,
                            (short) 255,
                            (short) -32768,
                            65_535,
                            Integer.MIN_VALUE,
                            4_294_967_295L,
                            Long.MIN_VALUE,
                            -1L,
                            (float) number,
                            number,
                            0x1D11E,
                            "m",
                            false,
                            5,
                            6L,
                            -number,
                            "r");
        }
    }
}
