package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Handles that one guest passes to another. */
class GuestResourceCallTest {
    private static final ResourceType FILE = new ResourceType("file");
    private static final int REPRESENTATION = 77;

    private final Workbench caller = new Workbench();
    private final Workbench callee = new Workbench();
    private final HandleTable given = caller.state().handles();
    private final HandleTable taken = callee.state().handles();

    private RuntimeResource file = RuntimeResource.ofGuest("file", caller.state(), null);

    @Test
    void movesAnOwnHandleFromOneTableToTheOther() {
        bind();
        int index = given.add(Handle.own(file, REPRESENTATION));

        int found = call(new OwnType(FILE), index, handle -> handle);

        assertThat(taken.get(found, file).representation()).isEqualTo(REPRESENTATION);
        assertThatThrownBy(() -> given.get(index, file)).hasMessage("unknown handle index " + index);
    }

    @Test
    void doesNotGiveAwayWhatWasBorrowed() {
        bind();
        int index = given.add(Handle.borrow(file, REPRESENTATION, null, new CallScope()));

        assertThatThrownBy(() -> call(new OwnType(FILE), index, handle -> handle))
                .hasMessage("import 'f': parameter 1 'file': handle index 1 is borrowed, expected an own handle");
    }

    @Test
    void doesNotGiveAwayWhatIsLent() {
        bind();
        Handle handle = Handle.own(file, REPRESENTATION);
        int index = given.add(handle);
        handle.lend();

        assertThatThrownBy(() -> call(new OwnType(FILE), index, found -> found))
                .hasMessageEndingWith("cannot remove owned resource while borrowed: handle index 1");
    }

    @Test
    void lendsAHandleUntilTheCallEnds() {
        bind();
        Handle handle = Handle.own(file, REPRESENTATION);
        int index = given.add(handle);

        int found = call(new BorrowType(FILE), index, borrowed -> {
            assertThat(handle.isLent()).isTrue();
            assertThat(taken.get(borrowed, file).isOwn()).isFalse();
            ResourceBuiltIns.drop(callee.state(), file).call(new long[] {borrowed});
            return REPRESENTATION;
        });

        assertThat(found).isEqualTo(REPRESENTATION);
        assertThat(handle.isLent()).isFalse();
        assertThat(given.get(index, file)).isSameAs(handle);
    }

    @Test
    void refusesToReturnWhileTheCalleeKeepsWhatItBorrowed() {
        bind();
        int index = given.add(Handle.own(file, REPRESENTATION));

        assertThatThrownBy(() -> call(new BorrowType(FILE), index, borrowed -> borrowed))
                .hasMessage("function 'f': 1 borrow handles remain at the end of the call");
        assertThat(callee.state().store().isOpen()).isFalse();
    }

    @Test
    void givesTheDefiningInstanceTheRepresentationOfWhatItBorrows() {
        file = RuntimeResource.ofGuest("file", callee.state(), null);
        bind();
        int index = given.add(Handle.own(file, REPRESENTATION));

        assertThat(call(new BorrowType(FILE), index, representation -> representation))
                .isEqualTo(REPRESENTATION);
    }

    private void bind() {
        caller.state().bind(FILE, file);
        callee.state().bind(FILE, file);
    }

    private int call(WitType parameter, int index, IntUnaryOperator body) {
        FunctionType type = new FunctionType(
                List.of(new FunctionType.Parameter("file", parameter)), Optional.of(PrimitiveType.S32), false);
        CoreFunctionType core = new CoreFunctionType(List.of(CoreValueType.I32), List.of(CoreValueType.I32));
        LiftedFunction lifted = new LiftedFunction(
                plan("function 'f'", type),
                callee.context(),
                CoreFunction.host(core, arguments -> body.applyAsInt((int) arguments[0])),
                null);
        HostEntry lowered = LoweredFunction.of(plan("import 'f'", type), caller.context(), lifted);
        return (int) lowered.call(new long[] {index});
    }

    private static CallPlan plan(String subject, FunctionType type) {
        return new SignaturePlans().plan(subject, type, StringEncoding.UTF8);
    }
}
