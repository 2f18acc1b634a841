package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.HandleBudget;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handle table: numbers, types, lends, cap. */
class HandleTableTest {
    private final Workbench guest = new Workbench();
    private final HandleTable table = guest.state().handles();
    private final List<Object> dropped = new ArrayList<>();
    private final RuntimeResource files = RuntimeResource.ofHost("file", dropped::add);
    private final RuntimeResource sockets = RuntimeResource.ofHost("socket", dropped::add);

    @Test
    void startsAtOneAndGivesOutFirstWhatWasFreedLast() {
        assertThat(List.of(add("a"), add("b"), add("c"))).containsExactly(1, 2, 3);
        table.remove(1, files);
        table.remove(3, files);

        assertThat(List.of(add("d"), add("e"), add("f"))).containsExactly(3, 1, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, -1, Integer.MAX_VALUE})
    void refusesHandlesThatItDidNotGiveOut(int index) {
        add("a");

        assertThatThrownBy(() -> table.get(index, files))
                .hasMessage("unknown handle index " + Integer.toUnsignedString(index));
    }

    @Test
    void refusesAHandleThatWasDropped() {
        int index = add("a");
        table.remove(index, files);

        assertThatThrownBy(() -> table.remove(index, files)).hasMessage("unknown handle index 1");
    }

    @Test
    void refusesAHandleOfAnotherType() {
        int index = add("a");

        assertThatThrownBy(() -> table.get(index, sockets))
                .hasMessage("handle index 1 used with the wrong type, expected socket, found file");
    }

    @Test
    void keepsAHandleThatIsLent() {
        Handle handle = Handle.ownHost(files, "a");
        int index = table.add(handle);
        CallScope call = new CallScope();
        call.lendFrom(handle);

        assertThatThrownBy(() -> table.remove(index, files))
                .hasMessage("cannot remove owned resource while borrowed: handle index 1");
        call.takeBack();
        assertThat(table.remove(index, files)).isSameAs(handle);
    }

    /** However many come and go, the table is as large as the most that were there at once, and the count is exact. */
    @Test
    void staysSmallHoweverManyComeAndGo() {
        int cycles = Seeds.count(100_000, 10_000_000);
        HandleBudget shared = new HandleBudget(100);
        Store store = new Store(Limits.sandbox(), Meter.unlimited(), new MemoryBudget(0), shared);
        HandleTable busy = new InstanceState(store, null).handles();
        int[] open = new int[100];

        for (int i = 0; i < cycles; i++) {
            int place = i * 31 % open.length;
            if (open[place] != 0) {
                busy.remove(open[place], files);
            }
            open[place] = busy.add(Handle.ownHost(files, i));
        }

        assertThat(shared.held()).isEqualTo(100);
        assertThat(busy.capacity()).isLessThanOrEqualTo(256);
        for (int index : open) {
            busy.remove(index, files);
        }
        assertThat(shared.held()).isZero();
    }

    @Test
    void sharesABudgetWithOtherInstances() {
        HandleBudget shared = new HandleBudget(3);
        Store first = new Store(Limits.sandbox(), Meter.unlimited(), new MemoryBudget(0), shared);
        Store second = new Store(Limits.sandbox(), Meter.unlimited(), new MemoryBudget(0), shared);
        HandleTable ofFirst = new InstanceState(first, null).handles();
        HandleTable ofSecond = new InstanceState(second, null).handles();
        ofFirst.add(Handle.own(files, 1));
        ofFirst.add(Handle.own(files, 2));
        ofSecond.add(Handle.own(files, 3));

        assertThatThrownBy(() -> ofSecond.add(Handle.own(files, 4)))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT))
                .hasMessage("the guests of the statement hold 3 open handles, at most 3 allowed (setting handles)");
        first.close();
        first.close();
        assertThat(shared.held()).isEqualTo(1);
        second.close();
        assertThat(shared.held()).isZero();
    }

    @Test
    void holdsNoMoreHandlesThanAllowed() {
        Workbench narrow = new Workbench(Limits.sandbox().with(Setting.HANDLES, 2));
        HandleTable small = narrow.state().handles();
        small.add(Handle.own(files, 1));
        small.add(Handle.own(files, 2));

        assertThatThrownBy(() -> small.add(Handle.own(files, 3)))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT))
                .hasMessage("the guest holds 2 open handles, at most 2 allowed (setting handles)");
        small.remove(1, files);
        assertThat(small.add(Handle.own(files, 3))).isEqualTo(1);
    }

    @Test
    void dropsTheHostsObjectsThatAreLeftWhenTheInstanceEnds() {
        add("left");
        table.add(Handle.borrow(files, 0, "borrowed", new CallScope()));

        guest.state().store().close();

        assertThat(dropped).containsExactly("left");
    }

    @Test
    void staysSmallOverManyHandles() {
        for (int round = 0; round < 100_000; round++) {
            assertThat(add("x")).isEqualTo(1);
            table.remove(1, files);
        }
    }

    private int add(String object) {
        return table.add(Handle.ownHost(files, object));
    }
}
