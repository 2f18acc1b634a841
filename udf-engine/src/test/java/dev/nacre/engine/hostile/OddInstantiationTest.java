package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.testkit.LeakCheck;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Components made of components: several instances of one, components and modules as arguments, instances out of exports. */
class OddInstantiationTest {
    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    /** A module whose {@code next} counts. */
    static ModuleBuilder counter() {
        ModuleBuilder module = new ModuleBuilder();
        int count = module.global(CoreValueType.I32, true, new Code().i32(0));
        module.exported(
                "next",
                Frame.TO_INT,
                new Code().global(count).i32(1).op(Op.I32_ADD).setGlobal(count).global(count));
        return module;
    }

    private static ComponentWriter counting() {
        ComponentWriter component = new ComponentWriter();
        int instance = component.coreInstance(component.coreModule(counter()), Map.of());
        component.export("next", instance, Frame.NUMBER);
        return component;
    }

    @Test
    void givesEveryInstanceOfAComponentStateOfItsOwn() {
        ComponentWriter root = new ComponentWriter();
        int component = root.component(counting());
        for (String name : new String[] {"first", "second"}) {
            root.export(name, Sort.FUNCTION, root.alias(Sort.FUNCTION, root.instance(component), "next"));
        }
        try (ComponentInstance instance = Stage.start(root.build())) {
            assertThat(instance.function("first").call()).isEqualTo(1L);
            assertThat(instance.function("first").call()).isEqualTo(2L);
            assertThat(instance.function("second").call()).isEqualTo(1L);
        }
    }

    @Test
    void sharesOneInstanceUnderTwoNames() {
        ComponentWriter root = new ComponentWriter();
        int made = root.instance(root.component(counting()));
        int next = root.alias(Sort.FUNCTION, made, "next");
        int bag = root.bag(Item.function("again", next));
        root.export("first", Sort.FUNCTION, next);
        root.export("second", Sort.FUNCTION, root.alias(Sort.FUNCTION, bag, "again"));
        try (ComponentInstance instance = Stage.start(root.build())) {
            assertThat(instance.function("first").call()).isEqualTo(1L);
            assertThat(instance.function("second").call()).isEqualTo(2L);
        }
    }

    /** Components that each make two instances of the one before: few definitions, a power of two of instances. */
    private static byte[] doubling(int levels) {
        ComponentWriter root = new ComponentWriter();
        int last = root.component(new ComponentWriter());
        for (int level = 0; level < levels; level++) {
            ComponentWriter two = new ComponentWriter();
            int before = two.outer(Sort.COMPONENT, 1, last);
            two.instance(before);
            two.instance(before);
            last = root.component(two);
        }
        root.instance(last);
        return root.build();
    }

    @Test
    void boundsTheInstancesThatAreMadeAndNotOnlyThoseThatAreWritten() {
        byte[] few = doubling(8);
        byte[] many = doubling(16);

        Stage.start(few).close();
        Stage.assertFails(
                () -> Stage.start(many),
                ErrorCode.LIMIT,
                "the component makes more than 1000 instances inside, at most 1000 allowed (setting component_instances)");
    }

    @Test
    void takesFuelForTheMakingOfInstances() {
        Meter meter = new Meter(Stage.GENEROUS, Optional.empty(), 100);

        assertThatThrownBy(() -> Stage.ENGINE.load(doubling(8)).instantiate(new InstanceOptions(meter, LogSink.NONE)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OUT_OF_FUEL));
    }

    /** A component that instantiates the component {@code maker} twice and exports both functions. */
    private static ComponentWriter twice() {
        ComponentWriter component = new ComponentWriter();
        int type = component.define(join(
                bytes(0x41),
                vector(
                        typeDeclaration(join(bytes(0x40), bytes(0), bytes(0, 0x79))),
                        exportDeclaration("next", functionExtern(0)))));
        int maker = component.importOf("maker", Sort.COMPONENT, type);
        for (String name : new String[] {"first", "second"}) {
            component.export(name, Sort.FUNCTION, component.alias(Sort.FUNCTION, component.instance(maker), "next"));
        }
        return component;
    }

    @Test
    void takesAComponentAsAnArgument() {
        ComponentWriter root = new ComponentWriter();
        int counting = root.component(counting());
        int made = root.instance(root.component(twice()), new Item("maker", Sort.COMPONENT, counting));
        root.export("first", Sort.FUNCTION, root.alias(Sort.FUNCTION, made, "first"));
        root.export("second", Sort.FUNCTION, root.alias(Sort.FUNCTION, made, "second"));
        try (ComponentInstance instance = Stage.start(root.build())) {
            assertThat(instance.function("first").call()).isEqualTo(1L);
            assertThat(instance.function("first").call()).isEqualTo(2L);
            assertThat(instance.function("second").call()).isEqualTo(1L);
        }
    }

    @Test
    void takesACoreModuleAsAnArgumentAndKeepsItsCodeApart() {
        ComponentWriter user = new ComponentWriter();
        int type = user.coreType(CoreTypes.moduleExporting("next"));
        int module = user.importOf("counter", Sort.CORE_MODULE, type);
        user.export("first", Sort.FUNCTION, user.lift(nextOf(user, module), Frame.NUMBER));
        user.export("second", Sort.FUNCTION, user.lift(nextOf(user, module), Frame.NUMBER));
        ComponentWriter root = new ComponentWriter();
        int made =
                root.instance(root.component(user), new Item("counter", Sort.CORE_MODULE, root.coreModule(counter())));
        root.export("first", Sort.FUNCTION, root.alias(Sort.FUNCTION, made, "first"));
        root.export("second", Sort.FUNCTION, root.alias(Sort.FUNCTION, made, "second"));

        try (ComponentInstance instance = Stage.start(root.build())) {
            assertThat(instance.function("first").call()).isEqualTo(1L);
            assertThat(instance.function("first").call()).isEqualTo(2L);
            assertThat(instance.function("second").call()).isEqualTo(1L);
        }
    }

    private static int nextOf(ComponentWriter component, int module) {
        int instance = component.coreInstance(module, Map.of());
        return component.coreAlias(Sort.CORE_FUNCTION, instance, "next");
    }

    @Test
    void passesACoreModuleThatIsExportedByAnInstance() {
        ComponentWriter library = new ComponentWriter();
        library.export("counter", Sort.CORE_MODULE, library.coreModule(counter()));
        ComponentWriter root = new ComponentWriter();
        int made = root.instance(root.component(library));
        int module = root.alias(Sort.CORE_MODULE, made, "counter");
        root.export("next", Sort.FUNCTION, root.lift(nextOf(root, module), Frame.NUMBER));

        assertThat(Stage.call(root.build(), "next")).isEqualTo(1L);
    }

    @Test
    void reachesModulesAndComponentsOfEveryLevelOutside() {
        ComponentWriter inner = new ComponentWriter();
        int module = inner.outer(Sort.CORE_MODULE, 2, 0);
        inner.export("module", Sort.FUNCTION, inner.lift(nextOf(inner, module), Frame.NUMBER));
        int component = inner.outer(Sort.COMPONENT, 2, 0);
        inner.export("component", Sort.FUNCTION, inner.alias(Sort.FUNCTION, inner.instance(component), "next"));
        ComponentWriter middle = new ComponentWriter();
        int made = middle.instance(middle.component(inner));
        middle.export("module", Sort.FUNCTION, middle.alias(Sort.FUNCTION, made, "module"));
        middle.export("component", Sort.FUNCTION, middle.alias(Sort.FUNCTION, made, "component"));
        ComponentWriter root = new ComponentWriter();
        root.coreModule(counter());
        root.component(counting());
        int outermost = root.instance(root.component(middle));
        root.export("module", Sort.FUNCTION, root.alias(Sort.FUNCTION, outermost, "module"));
        root.export("component", Sort.FUNCTION, root.alias(Sort.FUNCTION, outermost, "component"));

        assertThat(Stage.call(root.build(), "module")).isEqualTo(1L);
        assertThat(Stage.call(root.build(), "component")).isEqualTo(1L);
    }

    @Test
    void keepsWhatANestedComponentCapturesWhenItIsInstantiatedElsewhere() {
        ComponentWriter capturing = new ComponentWriter();
        int module = capturing.outer(Sort.CORE_MODULE, 1, 0);
        capturing.export("next", Sort.FUNCTION, capturing.lift(nextOf(capturing, module), Frame.NUMBER));
        ComponentWriter library = new ComponentWriter();
        library.coreModule(counter());
        library.export("maker", Sort.COMPONENT, library.component(capturing));
        ComponentWriter root = new ComponentWriter();
        int made = root.instance(root.component(library));
        int maker = root.alias(Sort.COMPONENT, made, "maker");
        int user = root.instance(root.component(twice()), new Item("maker", Sort.COMPONENT, maker));
        root.export("second", Sort.FUNCTION, root.alias(Sort.FUNCTION, user, "second"));

        assertThat(Stage.call(root.build(), "second")).isEqualTo(1L);
    }

    @Test
    void runsStartFunctionsInTheOrderOfTheInstances() {
        ComponentWriter root = new ComponentWriter();
        ModuleBuilder memory = new ModuleBuilder();
        memory.memory(1, 1);
        memory.export("memory", ModuleBuilder.MEMORY, 0);
        memory.exported("seen", Frame.TO_INT, new Code().i32(0).access(Op.I32_LOAD, 0));
        int first = root.coreInstance(root.coreModule(memory), Map.of());
        int steps = 4;
        for (int step = 1; step <= steps; step++) {
            root.coreInstance(root.coreModule(appending(step)), Map.of("frame", first));
        }
        root.export("seen", first, Frame.NUMBER);

        assertThat(Stage.call(root.build(), "seen")).isEqualTo(1234L);
    }

    /** A module that appends a digit to the number at 0 when it starts. */
    private static ModuleBuilder appending(int digit) {
        ModuleBuilder module = Frame.user();
        module.start(module.function(
                module.type(Frame.TO_NOTHING),
                new Code()
                        .i32(0)
                        .i32(0)
                        .access(Op.I32_LOAD, 0)
                        .i32(10)
                        .op(Op.I32_MUL)
                        .i32(digit)
                        .op(Op.I32_ADD)
                        .access(Op.I32_STORE, 0)));
        return module;
    }

    @Test
    void startsAnInstanceBeforeTheNextDefinitionUsesIt() {
        ComponentWriter child = new ComponentWriter();
        ModuleBuilder starting = counter();
        starting.start(starting.function(
                starting.type(Frame.TO_NOTHING), new Code().i32(41).setGlobal(0)));
        int instance = child.coreInstance(child.coreModule(starting), Map.of());
        child.export("next", instance, Frame.NUMBER);
        ComponentWriter root = new ComponentWriter();
        int next = root.alias(Sort.FUNCTION, root.instance(root.component(child)), "next");
        ComponentWriter sibling = new ComponentWriter();
        int imported = sibling.importFunction("next", Frame.NUMBER);
        ModuleBuilder asking = new ModuleBuilder();
        int call = asking.importFunction("host", "next", asking.type(Frame.TO_INT));
        int answer = asking.global(CoreValueType.I32, true, new Code().i32(0));
        asking.start(asking.function(
                asking.type(Frame.TO_NOTHING), new Code().call(call).setGlobal(answer)));
        asking.exported("answer", Frame.TO_INT, new Code().global(answer));
        int asker = sibling.coreInstance(
                sibling.coreModule(asking),
                Map.of("host", sibling.coreBag(Item.coreFunction("next", sibling.lower(imported)))));
        sibling.export("answer", asker, Frame.NUMBER);
        int made = root.instance(root.component(sibling), Item.function("next", next));
        root.export("answer", Sort.FUNCTION, root.alias(Sort.FUNCTION, made, "answer"));

        assertThat(Stage.call(root.build(), "answer")).isEqualTo(42L);
    }
}
