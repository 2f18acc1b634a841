package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.runtime.Code;
import dev.nacre.testkit.LeakCheck;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may be called while who runs: CanonicalABI.md, "Component Instances", {@code entering_set}. */
@Timeout(120)
class ReentranceTest {
    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    @AfterEach
    void forgetTheHook() {
        Stage.whenTheHostIsCalled(() -> {});
    }

    @Test
    void aChildDoesNotCallItsParent() {
        Reentrance parent = new Reentrance();
        int child = parent.child(parent.back());

        byte[] component = parent.leadsTo(parent.end()).exporting(child);

        Stage.assertLie(component, "run", ErrorCode.ABI_VIOLATION, "import 'g': " + Stage.AMONG_KIN);
    }

    @Test
    void aParentDoesNotCallItsChild() {
        byte[] component = new DropReentrance(true).build();

        Stage.assertLie(component, "run", ErrorCode.ABI_VIOLATION, "import 'make': " + Stage.AMONG_KIN);
    }

    @Test
    void aComponentDoesNotCallItself() {
        Reentrance parent = new Reentrance();

        byte[] component = parent.leadsTo(parent.back()).exporting(parent.back());

        Stage.assertLie(component, "run", ErrorCode.ABI_VIOLATION, "import 'function 0': " + Stage.AMONG_KIN);
    }

    @Test
    void siblingsCallEachOther() {
        Reentrance parent = new Reentrance();
        int last = parent.child(parent.leaf(new Code()));

        byte[] component = parent.exporting(parent.child(last));

        assertThat(Stage.call(component, "run")).isNull();
    }

    @Test
    void theHostMayNotEnterWhatRunsAndMayGoOnWhenItTried() {
        byte[] component = Callee.nothing(new Code().call(Callee.G)).alone();
        AtomicInteger refused = new AtomicInteger();
        try (ComponentInstance instance = Stage.start(component)) {
            Stage.whenTheHostIsCalled(() -> {
                Stage.assertFails(() -> instance.function("ok").call(), ErrorCode.ABI_VIOLATION, Stage.ENTERING);
                refused.incrementAndGet();
            });

            instance.function("f").call();
            instance.function("f").call();

            assertThat(refused).hasValue(2);
            assertThat(instance.function("ok").call()).isEqualTo(42L);
        }
    }

    @Test
    void theHostsFailedAttemptEndsTheCallWhenItPassesOn() {
        byte[] component = Callee.nothing(new Code().call(Callee.G)).alone();
        try (ComponentInstance instance = Stage.start(component)) {
            Stage.whenTheHostIsCalled(() -> instance.function("ok").call());

            Stage.assertFails(() -> instance.function("f").call(), ErrorCode.ABI_VIOLATION, Stage.ENTERING);
            assertThat(instance.isOpen()).isFalse();
        }
    }

    @Test
    void theHostMayCloseWhatRuns() {
        byte[] component =
                Callee.nothing(Frame.write(new Code().call(Callee.G), 0, 7)).alone();
        ComponentInstance instance = Stage.start(component);
        Stage.whenTheHostIsCalled(instance::close);

        instance.function("f").call();

        assertThat(instance.isOpen()).isFalse();
        assertThat(instance.memoryBytes()).isZero();
        Stage.assertFails(
                () -> instance.function("ok").call(), ErrorCode.INSTANCE_CLOSED, "instance is closed; make a new one");
    }
}
