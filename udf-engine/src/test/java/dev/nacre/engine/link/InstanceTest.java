package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.testkit.LeakCheck;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of an instance. */
class InstanceTest {
    @RegisterExtension
    final LeakCheck leaks = EngineFixture.leakCheck();

    @Test
    void isCountedWhileOpen() {
        ComponentInstance first = EngineFixture.instance("hostile");
        ComponentInstance second = EngineFixture.instance("hostile");
        assertThat(EngineFixture.ENGINE.liveInstances()).isEqualTo(2);

        first.close();
        first.close();
        assertThat(EngineFixture.ENGINE.liveInstances()).isEqualTo(1);
        second.close();
    }

    @Test
    void hasMemoryOfItsOwn() {
        try (ComponentInstance first = EngineFixture.instance("hostile");
                ComponentInstance second = EngineFixture.instance("hostile")) {
            first.function("allocate").call(100_000L);

            assertThat(first.memoryBytes()).isEqualTo(3 * 65_536);
            assertThat(second.memoryBytes()).isEqualTo(65_536);
        }
    }

    @Test
    void takesNoCallsOnceClosed() {
        ComponentInstance instance = EngineFixture.instance("hostile");
        ExportedFunction function = instance.function("recurse");
        instance.close();

        assertClosed(() -> function.call(1L));
        assertClosed(() -> instance.function("recurse"));
        assertThat(instance.isOpen()).isFalse();
        assertThat(instance.memoryBytes()).isZero();
    }

    private static void assertClosed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INSTANCE_CLOSED))
                .hasMessage("instance is closed; make a new one");
    }

    @Test
    void givesTheSameFunctionEachTime() {
        try (ComponentInstance instance = EngineFixture.instance("hostile")) {
            assertThat(instance.function("recurse")).isSameAs(instance.function("recurse"));
        }
    }
}
