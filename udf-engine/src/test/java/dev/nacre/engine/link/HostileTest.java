package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.LeakCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests that misbehave: each call ends with an exception of the engine, and the instance with it. */
@Timeout(60)
class HostileTest {
    /** Longer than any call takes that ends by itself, on a busy machine too. */
    private static final Duration GENEROUS_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("spin", ErrorCode.TIMEOUT),
                attack("spin-storing", ErrorCode.TIMEOUT),
                attack("fill", ErrorCode.TIMEOUT, 4_000_000_000L),
                attack("log-flood", ErrorCode.TIMEOUT, 4_000_000_000L),
                attack("recurse", ErrorCode.CALL_DEPTH, 0L),
                attack("trap", ErrorCode.TRAP),
                attack("divide-by-zero", ErrorCode.TRAP),
                attack("out-of-bounds", ErrorCode.TRAP),
                attack("indirect-call", ErrorCode.TRAP),
                attack("log-line", ErrorCode.ABI_VIOLATION, 70_000L),
                attack("log-out-of-bounds", ErrorCode.ABI_VIOLATION),
                attack("leave-in-realloc", ErrorCode.ABI_VIOLATION, "text"),
                attack("leave-in-post-return", ErrorCode.ABI_VIOLATION));
    }

    private static Arguments attack(String function, ErrorCode code, Object... arguments) {
        return Arguments.of(function, code, arguments);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void endsAloneAndIsThrownAway(String function, ErrorCode code, Object[] arguments) {
        Duration timeout = code == ErrorCode.TIMEOUT ? SHORT_TIMEOUT : GENEROUS_TIMEOUT;
        try (ComponentInstance attacker = EngineFixture.timedInstance("hostile", timeout);
                ComponentInstance bystander = EngineFixture.instance("hostile")) {
            assertThatThrownBy(() -> attacker.function(function).call(arguments))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(code));

            assertThat(attacker.isOpen()).isFalse();
            assertThat(attacker.memoryBytes()).isZero();
            assertThat(bystander.function("recurse").call(100L)).isEqualTo(100L);
        }
    }

    @Test
    void isCancelledFromAnotherThread() throws InterruptedException {
        Meter meter = Meter.unlimited();
        try (ComponentInstance instance =
                EngineFixture.guest("hostile").instantiate(new InstanceOptions(meter, new RecordedLog()))) {
            Thread canceller = new Thread(meter::cancel);
            canceller.start();

            assertThatThrownBy(() -> instance.function("spin").call())
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
            canceller.join();
        }
    }

    @Test
    void growsNoFurtherThanItMay() {
        try (ComponentInstance instance = EngineFixture.instance("hostile")) {
            assertThat((Long) instance.function("allocate-all").call()).isLessThanOrEqualTo(256);
            assertThat(instance.memoryBytes()).isLessThanOrEqualTo(16 << 20);
        }
    }

    /** Who lets guests have more than there is: the call fails that asked for it, and gives back what it was promised. */
    @Test
    void survivesTheEndOfTheHeap() {
        MemoryBudget budget = new MemoryBudget(8L << 30);
        InstanceOptions options = new InstanceOptions(Meter.unlimited(), LogSink.NONE).withMemory(budget);
        try (ComponentInstance bystander = EngineFixture.instance("hostile")) {
            for (int i = 0; i < 3; i++) {
                try (ComponentInstance instance = EngineFixture.guest("hostile").instantiate(options)) {
                    assertThatThrownBy(() -> instance.function("allocate").call(2_000_000_000L))
                            .isInstanceOfSatisfying(
                                    EngineException.class,
                                    failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MEMORY_LIMIT))
                            .hasMessageStartingWith("the JVM ran out of memory while running the guest")
                            .hasCauseInstanceOf(OutOfMemoryError.class);
                    assertThat(instance.isOpen()).isFalse();
                }
                assertThat(budget.heldBytes()).isZero();
            }
            assertThat(bystander.function("recurse").call(100L)).isEqualTo(100L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trap-at-start", "spin-at-start"})
    void leavesNothingBehindWhenItNeverStarts(String guest) {
        Component component = EngineFixture.guest(guest);
        Meter meter = new Meter(SHORT_TIMEOUT, Optional.empty(), Long.MAX_VALUE);

        assertThatThrownBy(() -> component.instantiate(new InstanceOptions(meter, new RecordedLog())))
                .isInstanceOf(EngineException.class);
        assertThat(EngineFixture.ENGINE.liveInstances()).isZero();
    }
}
