package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.testkit.LeakCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The host drops a guest's resource, and the destructor calls the host, which then wants something of the instance. */
class DropsByTheHostTest {
    private final List<Runnable> hooks = new ArrayList<>();
    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), new HostInterfaces(List.of(host()))));

    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.builder().counter("live instances", engine::liveInstances).build();

    private HostTable host() {
        return HostTable.topLevel()
                .function("tell", "func()", (call, arguments) -> {
                    hooks.forEach(Runnable::run);
                    return null;
                })
                .build();
    }

    private ComponentInstance start(Code destructor) {
        return engine.load(component(destructor)).instantiate(Stage.options(Stage.GENEROUS));
    }

    /** A component whose destructor calls the host first; {@code tell} calls it too. */
    private static byte[] component(Code destructor) {
        ComponentWriter component = new ComponentWriter();
        int lowered = component.lower(component.importFunction("tell", Frame.NOTHING));
        Frame frame = Frame.of(component);
        ModuleBuilder dropping = Frame.user();
        int tell = dropping.importFunction("host", "tell", dropping.type(Frame.TO_NOTHING));
        dropping.exported("dtor", Frame.INT_TO_NOTHING, new Code().call(tell).repeat(1, destructor));
        dropping.exported("run", Frame.TO_NOTHING, new Code().call(tell));
        int droppers = frame.instantiate(dropping, Item.coreFunction("tell", lowered));
        ResourceType thing = component.resource("thing", component.coreAlias(Sort.CORE_FUNCTION, droppers, "dtor"));
        int bag = component.coreBag(Item.coreFunction("new", component.resourceNew(thing)));
        component.export(thing);
        ModuleBuilder making = new ModuleBuilder();
        int create = making.importFunction("host", "new", making.type(Frame.INT_TO_INT));
        making.exported("make", Frame.INT_TO_INT, new Code().get(0).call(create));
        int maker = component.coreInstance(component.coreModule(making), Map.of("host", bag));
        component.export("make", maker, Frame.function(new OwnType(thing), PrimitiveType.U32));
        component.export("run", droppers, Frame.NOTHING);
        return component.build();
    }

    private static GuestResource make(ComponentInstance instance) {
        return (GuestResource) instance.function("make").call(7L);
    }

    @Test
    void doesNotResetAnInstanceWhoseDestructorRuns() {
        ComponentInstance instance = start(new Code());
        GuestResource thing = make(instance);
        hooks.add(() -> instance.reset(Stage.options(Stage.GENEROUS)).close());

        Stage.assertFails(
                thing::close, ErrorCode.INSTANCE_BUSY, "the instance runs a call; reset it when the call has returned");
    }

    @Test
    void leavesAClosedInstanceItsMemoryUntilTheDestructorReturns() {
        ComponentInstance instance = start(Frame.write(new Code(), 0, 1));
        GuestResource thing = make(instance);
        List<Long> bytes = new ArrayList<>();
        hooks.add(() -> {
            instance.close();
            bytes.add(instance.memoryBytes());
        });

        thing.close();

        assertThat(bytes).containsExactly((long) Frame.PAGE);
        assertThat(instance.memoryBytes()).isZero();
    }

    @Test
    void givesAnInstanceBackWhoseDestructorTraps() {
        ComponentInstance instance = start(new Code().op(Op.UNREACHABLE));
        GuestResource thing = make(instance);

        EngineException failure = catchThrowableOfType(EngineException.class, thing::close);

        assertThat(failure.code()).isEqualTo(ErrorCode.TRAP);
        assertThat(instance.isOpen()).isFalse();
        assertThat(instance.memoryBytes()).isZero();
        assertThat(engine.liveInstances()).isZero();
    }

    @Test
    void doesNotEndAnInstanceForADropWhileItRuns() {
        try (ComponentInstance instance = start(new Code())) {
            GuestResource thing = make(instance);
            hooks.add(() -> Stage.assertFails(thing::close, ErrorCode.ABI_VIOLATION, Stage.ENTERING));

            instance.function("run").call();

            hooks.clear();
            assertThat(instance.isOpen()).isTrue();
            assertThat(thing.isOpen()).isTrue();
            thing.close();
            assertThat(thing.isOpen()).isFalse();
            assertThat(instance.isOpen()).isTrue();
        }
    }
}
