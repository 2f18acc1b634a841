package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.runtime.HostEntry;
import org.junit.jupiter.api.Test;

/** What a guest keeps for each call, and the count that holds back calls. */
class TaskBuiltInsTest {
    private static final long[] NONE = {};

    private final Workbench guest = new Workbench();
    private final InstanceState state = guest.state();
    private final HostEntry get = TaskBuiltIns.contextGet(state, 1);
    private final HostEntry set = TaskBuiltIns.contextSet(state, 1);

    @Test
    void startsEachCallWithZeros() {
        state.enterFromHost();
        set.call(new long[] {42});
        assertThat(get.call(NONE)).isEqualTo(42);
        state.leaveToHost();

        state.enterFromHost();

        assertThat(get.call(NONE)).isZero();
    }

    @Test
    void keepsTheNumbersOfACallWhileCallsInsideItHaveTheirOwn() {
        state.enterFromHost();
        set.call(new long[] {42});
        for (int depth = 0; depth < 20; depth++) {
            state.enterFrom(state);
            assertThat(get.call(NONE)).isZero();
            set.call(new long[] {depth});
        }
        for (int depth = 19; depth >= 0; depth--) {
            assertThat(get.call(NONE)).isEqualTo(depth);
            state.leaveTo(state);
        }

        assertThat(get.call(NONE)).isEqualTo(42);
    }

    @Test
    void givesTheAllocatorNumbersOfItsOwn() {
        state.enterFromHost();
        set.call(new long[] {42});
        AbiContext context = guest.contextWith((oldPointer, oldBytes, alignment, newBytes) -> {
            assertThat(get.call(NONE)).isZero();
            set.call(new long[] {7});
            return 1024;
        });

        context.allocate(1, 1);

        assertThat(get.call(NONE)).isEqualTo(42);
    }

    @Test
    void keepsBothNumbersApart() {
        set.call(new long[] {5});

        assertThat(TaskBuiltIns.contextGet(state, 0).call(NONE)).isZero();
        assertThat(get.call(NONE)).isEqualTo(5);
    }

    @Test
    void countsBackpressureBetweenItsBounds() {
        HostEntry increase = TaskBuiltIns.backpressureIncrease(state);
        HostEntry decrease = TaskBuiltIns.backpressureDecrease(state);
        for (int i = 0; i < 65_535; i++) {
            increase.call(NONE);
        }

        assertThatThrownBy(() -> increase.call(NONE))
                .hasMessage("backpressure of the component instance is 65536, expected 0 to 65535");
        for (int i = 0; i < 65_535; i++) {
            decrease.call(NONE);
        }
        assertThatThrownBy(() -> decrease.call(NONE))
                .hasMessage("backpressure of the component instance is -1, expected 0 to 65535");
    }

    @Test
    void keepsWaitableSetsAmongTheHandles() {
        RuntimeResource resource = RuntimeResource.ofGuest("thing", state, null);
        HostEntry create = TaskBuiltIns.waitableSetNew(state);
        HostEntry drop = TaskBuiltIns.waitableSetDrop(state);

        assertThat(create.call(NONE)).isEqualTo(1);
        assertThat(ResourceBuiltIns.create(state, resource).call(new long[] {7}))
                .isEqualTo(2);
        assertThat(drop.call(new long[] {1})).isZero();
        assertThat(create.call(NONE)).isEqualTo(1);

        assertThatThrownBy(() -> drop.call(new long[] {2}))
                .hasMessage("waitable-set.drop: handle index 2 used with the wrong type, expected a waitable set, found"
                        + " thing");
        assertThatThrownBy(() -> drop.call(new long[] {3})).hasMessage("waitable-set.drop: unknown handle index 3");
        assertThatThrownBy(() -> ResourceBuiltIns.drop(state, resource).call(new long[] {1}))
                .hasMessage(
                        "resource.drop: handle index 1 used with the wrong type, expected thing, found a waitable set");
    }

    @Test
    void makesNoWaitableSetWhileItMayNotLeave() {
        state.setMayLeave(false);

        assertThatThrownBy(() -> TaskBuiltIns.waitableSetNew(state).call(NONE))
                .hasMessage("cannot leave component instance while it allocates or after it returned");
    }
}
