package dev.nacre.engine.link;

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
import dev.nacre.engine.LogSink;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One engine loads components, and makes instances, under limits of their own. */
class OwnLimitsTest {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));

    private static InstanceOptions options() {
        return new InstanceOptions(Meter.unlimited(), LogSink.NONE);
    }

    private static void assertRefused(ThrowingCallable work, ErrorCode code, String message) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessage(message);
    }

    @Test
    void holdsAComponentToTighterCapsThoughItIsKnown() {
        byte[] bytes = Guests.bytes("telemetry-rust");
        Component component = ENGINE.load(bytes);
        Limits tight = Limits.sandbox().with(Setting.COMPONENT_BYTES, 1_000);

        assertRefused(
                () -> ENGINE.load(bytes, tight),
                ErrorCode.CAP_EXCEEDED,
                "the component has " + bytes.length + " bytes, at most 1000 allowed (setting component_bytes)");
        assertThat(ENGINE.load(bytes, Limits.sandbox().with(Setting.COMPONENT_BYTES, 1 << 30)))
                .isSameAs(component);
    }

    @Test
    void givesAnInstanceMemoryOfItsOwn() {
        Component component = ENGINE.load(Guests.bytes("hostile"));
        MemoryBudget query = new MemoryBudget(4 << 20, "setting query_memory");

        try (ComponentInstance instance = component.instantiate(options().withMemory(query.part(2 << 20)))) {
            assertThat((long) instance.function("allocate").call(1L)).isPositive();
            long ofTable = 8; // its one element
            assertThat(query.heldBytes()).isEqualTo(instance.memoryBytes() + ofTable);
            instance.function("allocate-all").call();
            assertThat(instance.memoryBytes()).isBetween(1L << 16, 2L << 20);
        }
        assertThat(query.heldBytes()).isZero();
        assertRefused(
                () -> component.instantiate(options().withMemory(query.part(0))),
                ErrorCode.MEMORY_LIMIT,
                "the guest starts with 1 pages of 64 KiB of memory, at most 0 bytes allowed (setting memory)");
    }

    @Test
    void boundsWhatACallLiftsByTheMemoryOfTheQuery() {
        MemoryBudget query = new MemoryBudget(3 << 20, "setting query_memory");
        Component amplifier = ENGINE.load(Guests.bytes("liar"));

        try (ComponentInstance instance = amplifier.instantiate(options().withMemory(query.part(2 << 20)))) {
            assertRefused(
                    () -> instance.function("amplify").call(0x1010L, 1_000L),
                    ErrorCode.MEMORY_LIMIT,
                    "function 'amplify': a call takes 3080928 bytes out of guest memory, at most 3145728 bytes allowed"
                            + " (setting query_memory), 65536 of them held; pass less in one call");
        }
    }

    @Test
    void boundsHandlesAndLiftedBytesOfAnInstance() {
        Component amplifier = ENGINE.load(Guests.bytes("liar"));
        Limits narrow = Limits.sandbox().with(Setting.OUTPUT_BYTES, 1_000);

        try (ComponentInstance instance = amplifier.instantiate(options().withLimits(narrow))) {
            assertRefused(
                    () -> instance.function("amplify").call(2L, 600L),
                    ErrorCode.LIMIT,
                    "function 'amplify': a call takes more than 1000 bytes out of guest memory (setting output_bytes);"
                            + " pass less in one call");
        }
    }
}
