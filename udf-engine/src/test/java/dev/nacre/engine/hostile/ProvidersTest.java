package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.host.HostTable;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.wit.PrimitiveType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Components that have much to do before the one that was linked to them starts. */
class ProvidersTest {
    private static final int PROVIDERS = 12;

    private final List<Long> told = new ArrayList<>();
    private final HostInterfaces host = new HostInterfaces(List.of(HostTable.topLevel()
            .function("tell", "func(u32)", (call, arguments) -> {
                told.add((Long) arguments[0]);
                return null;
            })
            .build()));
    private final ComponentEngine engine = ComponentEngine.create(new EngineOptions(Limits.sandbox(), host));

    /** A component that exports one function, and tells the host a number at its start. */
    private Component provider(int number) {
        ComponentWriter component = new ComponentWriter();
        int lowered = component.lower(component.importFunction("tell", Frame.procedure(PrimitiveType.U32)));
        ModuleBuilder module = new ModuleBuilder();
        int tell = module.importFunction("host", "tell", module.type(Frame.INT_TO_NOTHING));
        module.start(module.function(
                module.type(Frame.TO_NOTHING), new Code().i32(number).call(tell)));
        module.exported("f", Frame.TO_INT, new Code().i32(number));
        int bag = component.coreBag(Item.coreFunction("tell", lowered));
        int instance = component.coreInstance(component.coreModule(module), Map.of("host", bag));
        int lifted = component.lift(component.coreAlias(Sort.CORE_FUNCTION, instance, "f"), Frame.NUMBER);
        component.export("f" + number, Sort.FUNCTION, lifted);
        return engine.compile(component.build()).link(host);
    }

    @Test
    void startInTheOrderOfTheImports() {
        List<Component> providers = new ArrayList<>();
        ComponentWriter user = new ComponentWriter();
        for (int i = 0; i < PROVIDERS; i++) {
            providers.add(provider(i));
            user.importFunction("f" + i, Frame.NUMBER);
        }
        Collections.reverse(providers);

        engine.compile(user.build())
                .link(host, providers.toArray(Component[]::new))
                .instantiate(Stage.options(Stage.GENEROUS))
                .close();

        assertThat(told)
                .containsExactlyElementsOf(
                        LongStream.range(0, PROVIDERS).boxed().toList());
    }
}
