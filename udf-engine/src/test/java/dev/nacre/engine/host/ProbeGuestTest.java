package dev.nacre.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.Guests;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real guest, built by the stock Rust toolchain, gets of the host. */
class ProbeGuestTest {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));

    private static Component probe;

    private final BoundedLog log = BoundedLog.of(Limits.sandbox());
    private final ComponentInstance instance = probe.instantiate(new InstanceOptions(Meter.unlimited(), log));

    @BeforeAll
    static void load() {
        probe = ENGINE.load(Guests.bytes("probe-rust"));
    }

    @AfterEach
    void closeInstance() {
        instance.close();
        assertThat(ENGINE.liveInstances()).isZero();
    }

    @AfterAll
    static void closeEngine() {
        ENGINE.close();
    }

    @Test
    void printsToTheLog() {
        call("print", "hello");
        call("print-error", "trouble");

        assertThat(log.lines())
                .containsExactly(new BoundedLog.Line("stdout", "hello"), new BoundedLog.Line("stderr", "trouble"));
    }

    @Test
    void seesNoInputEnvironmentOrArguments() {
        assertThat((byte[]) call("read-stdin")).isEmpty();
        assertThat(call("environment")).isEqualTo(List.of());
        assertThat(call("command-line")).isEqualTo(List.of());
        assertThat(call("first-folder")).isEqualTo(Optional.empty());
    }

    @Test
    void seesNoTime() {
        assertThat(call("wall-clock-seconds")).isEqualTo(0L);
        long first = (Long) call("monotonic-nanoseconds");

        call("sleep-for", 5_000L);

        assertThat((Long) call("monotonic-nanoseconds")).isEqualTo(first + 5_000_000_001L);
    }

    @Test
    void drawsTheSameNumbersInEveryInstance() {
        Object bytes = call("random-bytes", 16L);
        Object others = call("insecure-random-bytes", 16L);
        Object hash = call("random-hash");
        Object seed = call("insecure-seed");

        Object numbers = call("random-numbers");

        assertThat(bytes).isNotEqualTo(others);
        try (ComponentInstance other = probe.instantiate(new InstanceOptions(Meter.unlimited(), log))) {
            assertThat(other.function("random-bytes").call(16L)).isEqualTo(bytes);
            assertThat(other.function("insecure-random-bytes").call(16L)).isEqualTo(others);
            assertThat(other.function("random-hash").call()).isEqualTo(hash);
            assertThat(other.function("insecure-seed").call()).isEqualTo(seed);
            assertThat(other.function("random-numbers").call()).isEqualTo(numbers);
        }
    }

    @Test
    void seesNoFiles() {
        for (Object answer : List.of(
                call("open-file", "/etc/passwd"), call("write-file", "/tmp/x", "text"), call("list-directory", "/"))) {
            assertThat(((ResultValue) answer).isOk()).isFalse();
        }
    }

    @Test
    void endsTheCallWhenItExits() {
        assertThatThrownBy(() -> call("exit-with", 3))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.EXIT))
                .hasMessageContaining("guest code ended its process with failure");
        assertThat(instance.isOpen()).isFalse();
    }

    @Test
    void endsTheCallWhenItExitsWithAStatus() {
        assertThatThrownBy(() -> call("leave-with", (short) 7))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.EXIT))
                .hasMessageContaining("guest code ended its process with code 7");
        assertThat(instance.isOpen()).isFalse();
    }

    @Test
    void logsAPanicBeforeItTraps() {
        assertThatThrownBy(() -> call("panic", "no way"))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.TRAP));
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line.message()).contains("no way"))
                .allSatisfy(line -> assertThat(line.level()).isEqualTo("stderr"));
    }

    private @Nullable Object call(String function, @Nullable Object... arguments) {
        return instance.function(function).call(arguments);
    }
}
