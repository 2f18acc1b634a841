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
}
