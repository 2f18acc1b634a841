package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.runtime.Fingerprint;
import dev.nacre.engine.runtime.SpareMemory;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reset instance is as fresh as a new one. */
class ResetTest {
    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    private static InstanceOptions options() {
        return new InstanceOptions(Meter.unlimited(), new RecordedLog());
    }

    private static List<Fingerprint> fingerprints(ComponentInstance instance) {
        return ((LinkedInstance) instance)
                .session().coreInstances().stream().map(Fingerprint::of).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c"})
    void isByteForByteAsANewOne(String guest) {
        List<Fingerprint> fresh;
        try (ComponentInstance instance = EngineFixture.instance(guest)) {
            fresh = fingerprints(instance);
        }
        ComponentInstance used = EngineFixture.instance(guest);
        used.function("handle-data").call((Object) new byte[5_000]);
        assertThat(fingerprints(used)).isNotEqualTo(fresh);

        try (ComponentInstance reset = used.reset(options())) {
            assertThat(fingerprints(reset)).isEqualTo(fresh);
            assertThat(reset.function("handle-data").call((Object) new byte[5_000]))
                    .isNotNull();
        }
    }

    @Test
    void forgetsMemoryThatWasGrown() {
        ComponentInstance used = EngineFixture.instance("hostile");
        used.function("allocate").call(100_000L);
        assertThat(used.memoryBytes()).isEqualTo(3 * 65_536);

        try (ComponentInstance reset = used.reset(options())) {
            assertThat(reset.memoryBytes()).isEqualTo(65_536);
        }
    }

    @Test
    void keepsNoMemoryThatItDoesNotUse() {
        LinkedInstance used = (LinkedInstance) EngineFixture.instance("hostile");
        used.function("allocate").call(100_000L);
        used.session().leave();
        SpareMemory left = used.session().spare();
        assertThat(left.isEmpty()).isFalse();

        LinkedComponent component = (LinkedComponent) EngineFixture.guest("hostile");
        try (ComponentInstance next = component.instantiate(options(), left)) {
            assertThat(next.memoryBytes()).isEqualTo(65_536);
            assertThat(left.isEmpty()).isTrue();
        } finally {
            used.close();
        }
    }

    @Test
    void closesWhatTheOldInstanceGave() {
        ComponentInstance used = EngineFixture.instance("hostile");
        ExportedFunction recurse = used.function("recurse");

        try (ComponentInstance reset = used.reset(options())) {
            assertThat(used.isOpen()).isFalse();
            assertFails(() -> recurse.call(1L), ErrorCode.INSTANCE_CLOSED);
            assertFails(() -> used.reset(options()), ErrorCode.INSTANCE_CLOSED);
            assertThat(EngineFixture.ENGINE.liveInstances()).isEqualTo(1);
            assertThat(reset.function("recurse").call(3L)).isNotNull();
        }
    }

    @Test
    void isRefusedAfterATrap() {
        ComponentInstance trapped = EngineFixture.instance("hostile");
        assertFails(() -> trapped.function("trap").call(), ErrorCode.TRAP);

        assertFails(() -> trapped.reset(options()), ErrorCode.INSTANCE_CLOSED);
    }

    @Test
    void isRefusedInsideOfACall() {
        List<ComponentInstance> running = new ArrayList<>();
        HostInterfaces host = HostInterfaces.standard()
                .with(HostTable.named("local:telemetry/logger")
                        .function("log", "func(string, string)", (call, arguments) -> {
                            running.get(0).reset(options());
                            return null;
                        })
                        .build());
        try (ComponentEngine engine = ComponentEngine.create(new EngineOptions(Limits.sandbox(), host))) {
            Component component = engine.load(Guests.bytes("telemetry-rust"));
            ComponentInstance instance = component.instantiate(options());
            running.add(instance);

            assertFails(() -> instance.function("handle-data").call((Object) new byte[1]), ErrorCode.INSTANCE_BUSY);
            assertThat(engine.liveInstances()).isZero();
        }
    }

    private static void assertFails(ThrowingCallable action, ErrorCode code) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
