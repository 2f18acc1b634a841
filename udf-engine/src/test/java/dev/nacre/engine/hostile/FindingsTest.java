package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.Op;
import dev.nacre.testkit.LeakCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was found and is not mended yet. */
class FindingsTest {
    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    /** The bytes of an instance that a failing destructor ended are given back, as they are when a call ends it. */
    @Test
    void releasesTheInstanceThatAFailingDestructorEnds() {
        byte[] component =
                new Things().destructor(new Code().op(Op.UNREACHABLE)).build();
        long before = Stage.ENGINE.liveInstances();
        ComponentInstance instance = Stage.start(component);
        GuestResource thing = (GuestResource) instance.function("make").call(7L);

        Stage.assertFails(thing::close, ErrorCode.TRAP, "unreachable, in core function 6");

        assertThat(instance.isOpen()).isFalse();
        assertThat(Stage.ENGINE.liveInstances()).isEqualTo(before);
    }
}
