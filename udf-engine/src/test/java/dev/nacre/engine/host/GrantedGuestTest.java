package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real guest gets of what it was granted, but for files. */
class GrantedGuestTest {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));

    private static Component probe;

    @BeforeAll
    static void load() {
        probe = ENGINE.load(Guests.bytes("probe-rust"));
    }

    @AfterAll
    static void closeEngine() {
        ENGINE.close();
    }

    @Test
    void readsEnvironmentAndArguments() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SITE", "7");
        variables.put("GRÜSSE", "a=b");
        Grants grants = Grants.none().withEnvironment(variables).withArguments(List.of("probe", "--fast"));

        assertThat(call(grants, "environment")).isEqualTo(List.of(List.of("SITE", "7"), List.of("GRÜSSE", "a=b")));
        assertThat(call(grants, "command-line")).isEqualTo(List.of("probe", "--fast"));
    }

    @Test
    void readsItsInputOnce() {
        byte[] bytes = "line\nanother".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        try (ComponentInstance instance = instance(Grants.none().withInput(bytes))) {
            assertThat(instance.function("read-stdin").call()).isEqualTo(bytes);
            assertThat(instance.function("read-stdin").call()).isEqualTo(new byte[0]);
        }
    }

    @Test
    void seesTheTimeOfAFixedClock() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
        Grants grants = Grants.none().withWallClock(clock);

        assertThat(call(grants, "wall-clock-seconds")).isEqualTo(1_700_000_000L);
        assertThat(call(grants, "monotonic-nanoseconds")).as("counts calls").isEqualTo(1L);
        assertThat(call(
                        Grants.none().withWallClock(Clock.fixed(Instant.ofEpochSecond(-5), ZoneOffset.UTC)),
                        "wall-clock-seconds"))
                .as("WASI has no time before 1970")
                .isEqualTo(0L);
    }

    @Test
    void seesTimePass() {
        long before = Instant.now().getEpochSecond();
        try (ComponentInstance instance = instance(Grants.none().withSystemClocks())) {
            long start = (Long) instance.function("monotonic-nanoseconds").call();
            instance.function("sleep-for").call(20L);
            long end = (Long) instance.function("monotonic-nanoseconds").call();

            assertThat(end - start).isGreaterThanOrEqualTo(20_000_000L);
            assertThat((Long) instance.function("wall-clock-seconds").call())
                    .isBetween(before, Instant.now().getEpochSecond());
        }
    }

    @Test
    void drawsTheNumbersOfItsSeed() {
        Grants seven = Grants.none().withRandomSeed(7);

        for (String function : List.of("random-bytes", "insecure-random-bytes")) {
            assertThat(call(seven, function, 16L))
                    .isEqualTo(call(seven, function, 16L))
                    .isNotEqualTo(call(Grants.none().withRandomSeed(8), function, 16L))
                    .isNotEqualTo(call(Grants.none(), function, 16L));
        }
        for (String function : List.of("insecure-seed", "random-hash", "random-numbers")) {
            assertThat(call(seven, function))
                    .isEqualTo(call(seven, function))
                    .isNotEqualTo(call(Grants.none(), function));
        }
        assertThat(call(Grants.none().withRandomSeed(0), "random-bytes", 16L))
                .isEqualTo(call(Grants.none(), "random-bytes", 16L));
    }

    @Test
    void drawsSecureNumbers() {
        Grants secure = Grants.none().withSecureRandom();

        assertThat((byte[]) call(secure, "random-bytes", 16L))
                .hasSize(16)
                .isNotEqualTo(call(secure, "random-bytes", 16L));
        assertThat(call(secure, "insecure-random-bytes", 16L)).isNotEqualTo(call(secure, "insecure-random-bytes", 16L));
        assertThat(call(secure, "insecure-seed")).isNotEqualTo(call(secure, "insecure-seed"));
        assertThat(call(secure, "random-numbers")).isNotEqualTo(call(secure, "random-numbers"));
        assertThat(call(secure, "random-hash")).isNotEqualTo(call(secure, "random-hash"));
    }

    @Test
    void takesGrantsAnewWhenItIsReset() {
        ComponentInstance instance = instance(Grants.none().withArguments(List.of("first")));
        ComponentInstance reset = instance.reset(new InstanceOptions(Meter.unlimited(), new BoundedLog(0, 0)));
        try (reset) {
            assertThat(reset.function("command-line").call()).isEqualTo(List.of());
        }
    }

    @Test
    void refusesWhatNoProgramCouldRead() {
        for (Map<String, String> variables :
                List.of(Map.of("", "x"), Map.of("A=B", "x"), Map.of("A\0", "x"), Map.of("A", "x\0"))) {
            assertThatThrownBy(() -> Grants.none().withEnvironment(variables))
                    .hasMessageContaining("granted environment variable");
        }
        assertThatThrownBy(() -> Grants.none().withArguments(List.of("a\0b"))).hasMessageContaining("NUL");
    }

    private static @Nullable Object call(Grants grants, String function, @Nullable Object... arguments) {
        try (ComponentInstance instance = instance(grants)) {
            return instance.function(function).call(arguments);
        }
    }

    private static ComponentInstance instance(Grants grants) {
        return probe.instantiate(
                new InstanceOptions(Meter.unlimited(), BoundedLog.of(Limits.sandbox())).withGrants(grants));
    }
}
