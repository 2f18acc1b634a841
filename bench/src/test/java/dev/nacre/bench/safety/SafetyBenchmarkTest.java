package dev.nacre.bench.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Environment;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Measures once, without looking at the time, and sees that what is compared is what it is said to be. */
class SafetyBenchmarkTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    /** Runs a guest that needs more fuel than it has. */
    public static final class Starving implements Supplier<String> {
        @Override
        public String get() {
            Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), 10);
            try (ComponentEngine engine =
                            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
                    ComponentInstance instance = engine.load(Guests.bytes("kernels-rust"))
                            .instantiate(new InstanceOptions(meter, LogSink.NONE))) {
                return String.valueOf(instance.function("mandelbrot").call(64L, 64L, 50L));
            } catch (EngineException stopped) {
                return stopped.code().name();
            }
        }
    }

    @Test
    void oneCopyHasLostItsBoundsAndTheOtherHasNot() {
        assertThat(result(new TwinLoader(true))).isEqualTo("OUT_OF_FUEL");
        assertThat(result(new TwinLoader(false))).matches("[0-9]+");
        assertThat(new Starving().get()).isEqualTo("OUT_OF_FUEL");
    }

    private static String result(TwinLoader loader) {
        return String.valueOf(((Supplier<?>) loader.make(Starving.class)).get());
    }

    @Test
    void measuresAllWorkInEveryRound() {
        SafetyReport report = new SafetyBenchmark(1, Duration.ZERO, 1, NOWHERE).run();

        assertThat(report.costs())
                .hasSize(5)
                .allSatisfy(cost -> assertThat(cost.ratios()).hasSize(1).allMatch(ratio -> ratio > 0));
        assertThat(report.markdown(Environment.here())).contains("| query, sum(f(v)), DOUBLE | ");
    }

    @Test
    void saysWhatTheRoundsTell() {
        Cost cost = new Cost("work", 1.10, List.of(1.0, 1.1, 1.0, 1.1));

        assertThat(cost.mean()).isCloseTo(Math.sqrt(1.1), within(1e-9));
        // Student's t for 3 degrees of freedom is 3.1824
        double deviation = Math.log(1.1) / Math.sqrt(3);
        assertThat(Math.log(cost.most() / cost.mean())).isCloseTo(3.1824 * deviation / 2, within(1e-4));
        assertThat(cost.least() * cost.most()).isCloseTo(1.1, within(1e-9));
        assertThat(cost.verdict()).isEqualTo("not clear");
        assertThat(new Cost("work", 1.10, List.of(1.0, 1.001, 1.0)).verdict()).isEqualTo("met");
        assertThat(new Cost("work", 1.10, List.of(1.2, 1.201, 1.2)).verdict()).isEqualTo("missed");
    }

    @Test
    void refusesWhatTellsNothing() {
        assertThatThrownBy(() -> new SafetyBenchmark(1, NOWHERE)).hasMessage("rounds: expected at least 2, found 1");
        assertThatThrownBy(() -> new TwinLoader(false).make(Unwilling.class))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("the copy of Unwilling does not start");
    }

    /** Does not start. */
    public static final class Unwilling implements Supplier<String> {
        /** Throws. */
        public Unwilling() {
            throw new IllegalStateException("no");
        }

        @Override
        public String get() {
            return "";
        }
    }
}
