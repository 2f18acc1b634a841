package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.testkit.LeakCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A function of the host calls into a component that the calling one is linked to, and keeps to itself that this trapped.
 * After a trap nothing in the store runs again (CanonicalABI.md, "Embedding"), so the host's function is the last.
 */
class SwallowedFailureTest {
    private final List<EngineException> swallowed = new ArrayList<>();
    private Runnable nested = () -> {};
    private final ComponentEngine engine =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), new HostInterfaces(List.of(host()))));

    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.builder().counter("live instances", engine::liveInstances).build();

    private HostTable host() {
        return HostTable.topLevel()
                .function("tell", "func()", (call, arguments) -> {
                    swallow();
                    return null;
                })
                .build();
    }

    private void swallow() {
        try {
            nested.run();
        } catch (EngineException failure) {
            swallowed.add(failure);
        }
    }

    /** Its {@code run} calls the host and gives 42; its {@code fail} is that of whoever provides it. */
    private static byte[] telling() {
        ComponentWriter component = new ComponentWriter();
        int lowered = component.lower(component.importFunction("tell", Frame.NOTHING));
        int fail = component.importFunction("fail", Frame.NOTHING);
        Frame frame = Frame.of(component);
        ModuleBuilder module = Frame.user();
        int tell = module.importFunction("host", "tell", module.type(Frame.TO_NOTHING));
        module.exported("run", Frame.TO_INT, new Code().call(tell).i32(42));
        int instance = frame.instantiate(module, Item.coreFunction("tell", lowered));
        component.export("run", instance, Frame.NUMBER);
        component.export("fail", Sort.FUNCTION, fail);
        return component.build();
    }

    private static byte[] failing() {
        ComponentWriter component = new ComponentWriter();
        Frame frame = Frame.of(component);
        ModuleBuilder module = Frame.user();
        module.exported("fail", Frame.TO_NOTHING, new Code().op(Op.UNREACHABLE));
        component.export("fail", frame.instantiate(module), Frame.NOTHING);
        return component.build();
    }

    @Test
    void endsTheCallThatTheHostFunctionReturnsTo() {
        try (ComponentInstance instance = engine.compile(telling())
                .link(new HostInterfaces(List.of(host())), engine.load(failing()))
                .instantiate(Stage.options(Stage.GENEROUS))) {
            assertThat(instance.function("run").call()).isEqualTo(42L);
            nested = () -> instance.function("fail").call();

            assertThatThrownBy(() -> instance.function("run").call())
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INSTANCE_CLOSED))
                    .hasMessageStartingWith("instance was closed after an error (");

            assertThat(swallowed)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRAP));
            assertThat(instance.isOpen()).isFalse();
        }
    }
}
