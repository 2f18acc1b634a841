package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Resources of guests: what drops them, and what was lent for a call. */
class ResourceCallTest {
    private static final ResourceType FILE = new ResourceType("file");

    private final Workbench guest = new Workbench();
    private final InstanceState parent = new InstanceState(guest.state().store(), null);
    private final InstanceState owner = new InstanceState(guest.state().store(), parent);
    private final InstanceState sibling = new InstanceState(guest.state().store(), parent);
    private final List<String> events = new ArrayList<>();

    @Test
    void runsTheDestructorInTheInstanceThatDefinesTheResource() {
        RuntimeResource file = RuntimeResource.ofGuest("file", owner, destructor());

        drop(sibling, file, sibling.handles().add(Handle.own(file, 7)));

        assertThat(events).containsExactly("destroyed 7");
    }

    @Test
    void doesNotDestroyInAnInstanceThatRuns() {
        RuntimeResource file = RuntimeResource.ofGuest("file", owner, destructor());
        owner.enterFrom(null);

        assertCannotEnter(file);

        assertThat(events).isEmpty();
    }

    @Test
    void entersTheDefiningInstanceEvenWithoutDestructor() {
        RuntimeResource file = RuntimeResource.ofGuest("file", owner, null);
        owner.enterFrom(null);

        assertCannotEnter(file);
    }

    private void assertCannotEnter(RuntimeResource file) {
        int index = sibling.handles().add(Handle.own(file, 7));

        assertThatThrownBy(() -> drop(sibling, file, index))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage("cannot enter component instance: it is running already");
    }

    @Test
    void dropsItsOwnResourceWhileItRuns() {
        RuntimeResource file = RuntimeResource.ofGuest("file", owner, destructor());
        owner.enterFrom(null);

        drop(owner, file, owner.handles().add(Handle.own(file, 8)));

        assertThat(events).containsExactly("destroyed 8");
    }

    @Test
    void takesABorrowedResourceAwayFromTheHostWhenTheCallEnds() {
        RuntimeResource file = RuntimeResource.ofGuest("file", guest.state(), null);
        guest.state().bind(FILE, file);
        int index = guest.state().handles().add(Handle.own(file, 9));
        List<GuestResource> seen = new ArrayList<>();
        HostEntry lowered = LoweredFunction.of(plan(), guest.context(), arguments -> {
            GuestResource borrowed = (GuestResource) arguments[0];
            assertThat(borrowed.isOpen()).isTrue();
            seen.add(borrowed);
            return null;
        });

        lowered.call(new long[] {index});

        assertThat(seen)
                .singleElement()
                .satisfies(borrowed -> assertThat(borrowed.isOpen()).isFalse());
        assertThatCode(() -> drop(guest.state(), file, index)).doesNotThrowAnyException();
    }

    @Test
    void keepsResourcesOfTheHostThatACallDidNotTake() {
        RuntimeResource file = RuntimeResource.ofGuest("file", guest.state(), null);
        guest.state().bind(FILE, file);
        HeldResource held = new HeldResource(file, 9, true);
        FunctionType type = new FunctionType(
                List.of(
                        new FunctionType.Parameter("file", new OwnType(FILE)),
                        new FunctionType.Parameter("size", PrimitiveType.U32)),
                Optional.empty(),
                false);
        LiftedFunction lifted = new LiftedFunction(
                new SignaturePlans().plan("function 'f'", type, StringEncoding.UTF8),
                guest.context(),
                CoreFunction.host(
                        new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32), List.of()), arguments -> {
                            events.add("got " + arguments[0]);
                            return 0;
                        }),
                null);

        assertThatThrownBy(() -> lifted.call(new Object[] {held, "large"})).isInstanceOf(EngineException.class);

        assertThat(held.isOpen()).isTrue();
        lifted.call(new Object[] {held, 5L});
        assertThat(held.isOpen()).isFalse();
        assertThat(events).containsExactly("got 1");
    }

    @Test
    void takesBackTheHandlesOfACallThatDidNotHappen() {
        RuntimeResource file = RuntimeResource.ofHost("file", object -> {});
        guest.state().bind(FILE, file);
        FunctionType type = new FunctionType(
                List.of(
                        new FunctionType.Parameter("source", new BorrowType(FILE)),
                        new FunctionType.Parameter("target", new BorrowType(FILE)),
                        new FunctionType.Parameter("size", PrimitiveType.U32)),
                Optional.empty(),
                false);
        CoreFunction callee = CoreFunction.host(
                new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32, CoreValueType.I32), List.of()),
                arguments -> {
                    throw new AssertionError("called all the same");
                });
        LiftedFunction lifted = new LiftedFunction(
                new SignaturePlans().plan("function 'f'", type, StringEncoding.UTF8), guest.context(), callee, null);

        assertThatThrownBy(() -> lifted.call(new Object[] {"a", "b", "large"})).isInstanceOf(EngineException.class);

        HandleTable handles = guest.state().handles();
        for (int unknown : new int[] {1, 2}) {
            assertThatThrownBy(() -> handles.get(unknown, file)).hasMessage("unknown handle index " + unknown);
        }
        assertThat(handles.add(Handle.ownHost(file, "c"))).isEqualTo(1);
        assertThat(handles.add(Handle.ownHost(file, "d"))).isEqualTo(2);
    }

    private static CallPlan plan() {
        FunctionType type = new FunctionType(
                List.of(new FunctionType.Parameter("file", new BorrowType(FILE))), Optional.empty(), false);
        return new SignaturePlans().plan("function 'f'", type, StringEncoding.UTF8);
    }

    private CoreFunction destructor() {
        return CoreFunction.host(new CoreFunctionType(List.of(CoreValueType.I32), List.of()), arguments -> {
            events.add("destroyed " + arguments[0]);
            return 0;
        });
    }

    private static void drop(InstanceState dropper, RuntimeResource resource, int index) {
        ResourceBuiltIns.drop(dropper, resource).call(new long[] {index});
    }
}
