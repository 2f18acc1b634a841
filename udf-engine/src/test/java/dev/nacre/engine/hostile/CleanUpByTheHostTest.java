package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.host.HostState;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host whose own clean-up fails, when a guest drops a resource and when an instance ends. */
class CleanUpByTheHostTest {
    private final List<Object> dropped = new ArrayList<>();
    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), new HostInterfaces(List.of(host()))));
    private final Component component = engine.load(component());

    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.builder().counter("live instances", engine::liveInstances).build();

    private HostTable host() {
        HostResource ticket = new HostResource("ticket", (call, object) -> {
            dropped.add(object);
            throw new IllegalStateException("ticket " + object);
        });
        return HostTable.topLevel()
                .resource("ticket", ticket)
                .function("issue", "func(u32) -> ticket", (call, arguments) -> {
                    call.state(FailingState.class, FailingState::new);
                    return arguments[0];
                })
                .build();
    }

    /** State of the host that fails at its end. */
    private static final class FailingState implements HostState {
        @Override
        public void end(LogSink log) {
            throw new IllegalArgumentException("state");
        }
    }

    /** A component that gets resources of the host and keeps or drops them. */
    private static byte[] component() {
        ComponentWriter component = new ComponentWriter();
        ResourceType ticket = component.importResource("ticket");
        int issuing = component.importFunction("issue", Frame.function(new OwnType(ticket), PrimitiveType.U32));
        int lowered = component.lower(issuing);
        Frame frame = Frame.of(component);
        ModuleBuilder module = Frame.user();
        int issue = module.importFunction("host", "issue", module.type(Frame.INT_TO_INT));
        int drop = module.importFunction("host", "drop", module.type(Frame.INT_TO_NOTHING));
        module.exported(
                "keep", Frame.INT_TO_NOTHING, new Code().get(0).call(issue).op(Op.DROP));
        module.exported(
                "show", Frame.INT_TO_NOTHING, new Code().get(0).call(issue).call(drop));
        module.exported(
                "trap", Frame.INT_TO_NOTHING, new Code().get(0).call(issue).op(Op.UNREACHABLE));
        int instance = frame.instantiate(
                module, Item.coreFunction("issue", lowered), Item.coreFunction("drop", component.resourceDrop(ticket)));
        for (String name : List.of("keep", "show", "trap")) {
            component.export(name, instance, Frame.procedure(PrimitiveType.U32));
        }
        return component.build();
    }

    private ComponentInstance holdingTwo() {
        ComponentInstance instance = component.instantiate(options());
        instance.function("keep").call(1L);
        instance.function("keep").call(2L);
        return instance;
    }

    private static InstanceOptions options() {
        return Stage.options(Stage.GENEROUS);
    }

    @Test
    void givesEverythingBackWhenAnInstanceCloses() {
        ComponentInstance instance = holdingTwo();

        assertHostFails(instance::close);

        assertGone(instance);
        assertThat(dropped).containsExactly(1L, 2L);
        instance.close();
    }

    @Test
    void givesEverythingBackWhenAnInstanceIsReset() {
        ComponentInstance instance = holdingTwo();

        assertHostFails(() -> instance.reset(options()));

        assertGone(instance);
        assertThat(dropped).containsExactly(1L, 2L);
    }

    @Test
    void saysWhyTheCallFailedAndNotWhatCameOfIt() {
        ComponentInstance instance = holdingTwo();

        EngineException failure = catchThrowableOfType(
                EngineException.class, () -> instance.function("trap").call(3L));

        assertThat(failure.code()).isEqualTo(ErrorCode.TRAP);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertGone(instance);
        assertThat(dropped).containsExactly(1L, 2L, 3L);
    }

    @Test
    void blamesTheHostWhenAGuestDrops() {
        ComponentInstance instance = component.instantiate(options());

        EngineException failure =
                assertHostFails(() -> instance.function("show").call(3L));

        assertThat(failure.getSuppressed()).hasSize(1);
        assertGone(instance);
    }

    private static EngineException assertHostFails(ThrowingCallable action) {
        EngineException failure = catchThrowableOfType(EngineException.class, action);
        assertThat(failure)
                .hasMessage("the host failed to clean up after a resource of type 'ticket':"
                        + " java.lang.IllegalStateException; correct the host");
        assertThat(failure.code()).isEqualTo(ErrorCode.HOST_FAILURE);
        assertThat(failure).hasRootCauseInstanceOf(IllegalStateException.class);
        return failure;
    }

    private void assertGone(ComponentInstance instance) {
        assertThat(instance.isOpen()).isFalse();
        assertThat(instance.memoryBytes()).isZero();
        assertThat(engine.liveInstances()).isZero();
    }
}
