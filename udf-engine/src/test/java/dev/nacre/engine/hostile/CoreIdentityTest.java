package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.testkit.LeakCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Memories, tables, globals and tags of one core instance stay themselves in all others of the component. */
class CoreIdentityTest {
    private static final FunctionType U32_TO_U32 = Frame.function(PrimitiveType.U32, PrimitiveType.U32);
    private static final CoreFunctionType LONG_TO_LONG =
            ModuleBuilder.type(List.of(CoreValueType.I64), List.of(CoreValueType.I64));

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    @Test
    void sharesAMemoryThatGrows() {
        ComponentWriter root = new ComponentWriter();
        Frame frame = Frame.of(root);
        ModuleBuilder growing = Frame.user();
        growing.exported("grow", Frame.TO_INT, new Code().i32(1).op(Op.MEMORY_GROW, new int[] {0}));
        growing.exported(
                "store",
                Frame.INT_TO_INT,
                new Code().get(0).i32(77).access(Op.I32_STORE, 0).i32(0));
        ModuleBuilder reading = Frame.user();
        reading.exported("load", Frame.INT_TO_INT, new Code().get(0).access(Op.I32_LOAD, 0));
        int grower = frame.instantiate(growing);
        int reader = frame.instantiate(reading);
        root.export("grow", grower, Frame.NUMBER);
        root.export("store", grower, U32_TO_U32);
        root.export("load", reader, U32_TO_U32);
        try (ComponentInstance instance = Stage.start(root.build())) {
            long behind = Frame.PAGE + 16;
            assertThat(instance.function("grow").call()).isEqualTo(1L);
            instance.function("store").call(behind);

            assertThat(instance.function("load").call(behind)).isEqualTo(77L);
            assertThat(instance.memoryBytes()).isEqualTo(2 * Frame.PAGE);
        }
    }

    @Test
    void sharesAGlobalUnderAnotherName() {
        ComponentWriter root = new ComponentWriter();
        ModuleBuilder owner = OddInstantiationTest.counter();
        owner.export("count", ModuleBuilder.GLOBAL, 0);
        int counter = root.coreInstance(root.coreModule(owner), Map.of());
        int bag =
                root.coreBag(new Item("renamed", Sort.CORE_GLOBAL, root.coreAlias(Sort.CORE_GLOBAL, counter, "count")));
        ModuleBuilder user = new ModuleBuilder();
        user.importGlobal("counter", "renamed", CoreValueType.I32, true);
        user.exported("reset", Frame.TO_INT, new Code().i32(10).setGlobal(0).global(0));
        root.export("reset", root.coreInstance(root.coreModule(user), Map.of("counter", bag)), Frame.NUMBER);
        root.export("next", counter, Frame.NUMBER);
        try (ComponentInstance instance = Stage.start(root.build())) {
            instance.function("next").call();
            instance.function("reset").call();

            assertThat(instance.function("next").call()).isEqualTo(11L);
        }
    }

    /** A module that exports its tag and a function that throws its argument with it. */
    private static ModuleBuilder thrower() {
        ModuleBuilder module = new ModuleBuilder();
        int tag = module.tag(module.type(Frame.INT_TO_NOTHING));
        module.export("tag", ModuleBuilder.TAG, tag);
        module.exported("throw", Frame.INT_TO_NOTHING, new Code().get(0).raise(tag));
        return module;
    }

    /** Calls {@code throw} and gives what its exception carries when it has the tag imported, and passes on any other. */
    private static ModuleBuilder catcher() {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(Frame.INT_TO_NOTHING);
        int tag = module.importTag("tags", "tag", type);
        int thrower = module.importFunction("code", "throw", type);
        module.exported(
                "catch",
                Frame.INT_TO_INT,
                new Code()
                        .op(Op.BLOCK, 0x7F)
                        .tryCatch(tag, 0)
                        .get(0)
                        .call(thrower)
                        .end()
                        .i32(-1)
                        .end());
        return module;
    }

    /** A component in which one instance throws and another catches by the tag of the second or of the first instance. */
    private static byte[] throwingAndCatching(boolean sameTag) {
        ComponentWriter root = new ComponentWriter();
        int module = root.coreModule(thrower());
        int first = root.coreInstance(module, Map.of());
        int second = root.coreInstance(module, Map.of());
        int tags = root.coreBag(
                new Item("tag", Sort.CORE_TAG, root.coreAlias(Sort.CORE_TAG, sameTag ? first : second, "tag")));
        int catcher = root.coreInstance(root.coreModule(Roles.honest(catcher())), Map.of("tags", tags, "code", first));
        root.export("catch", catcher, U32_TO_U32);
        root.export("ok", catcher, Frame.NUMBER);
        return root.build();
    }

    @Test
    void catchesInOneInstanceWhatAnotherThrew() {
        assertThat(Stage.call(throwingAndCatching(true), "catch", 42L)).isEqualTo(42L);
    }

    @Test
    void tellsEqualTagsOfTwoInstancesApart() {
        Stage.assertLie(throwingAndCatching(false), "catch", ErrorCode.TRAP, "uncaught exception", 42L);
    }

    @Test
    void callsThroughATableBetweenModulesThatNumberTheirTypesDifferently() {
        ComponentWriter root = new ComponentWriter();
        int filler = root.coreInstance(root.coreModule(Roles.honest(filler())), Map.of());
        int caller = root.coreInstance(root.coreModule(caller()), Map.of("filler", filler));
        root.export("number", caller, U32_TO_U32);
        root.export("long", caller, Frame.function(PrimitiveType.U64, PrimitiveType.U64));
        root.export("wrong", caller, U32_TO_U32);
        root.export("empty", caller, U32_TO_U32);
        root.export("ok", filler, Frame.NUMBER);
        byte[] component = root.build();

        assertThat(Stage.call(component, "number", 20L)).isEqualTo(21L);
        assertThat(Stage.call(component, "long", 20L)).isEqualTo(40L);
        Stage.assertLie(component, "wrong", ErrorCode.TRAP, "indirect call type mismatch, in core function 2", 20L);
        Stage.assertLie(component, "empty", ErrorCode.TRAP, "uninitialized element, in core function 3", 20L);
    }

    /** Types 0 and 1 are of numbers and longs; elements 0 and 1 likewise, element 2 is none. */
    private static ModuleBuilder filler() {
        ModuleBuilder module = new ModuleBuilder();
        int numbers = module.type(Frame.INT_TO_INT);
        int longs = module.type(LONG_TO_LONG);
        int table = module.table(3, 3);
        module.export("table", ModuleBuilder.TABLE, table);
        int number = module.function(numbers, new Code().get(0).i32(1).op(Op.I32_ADD));
        int twice = module.function(longs, new Code().get(0).get(0).op(Op.I64_ADD));
        module.elements(0, number, twice);
        return module;
    }

    /** Types 0 and 1 are of longs and numbers. */
    private static ModuleBuilder caller() {
        ModuleBuilder module = new ModuleBuilder();
        int longs = module.type(LONG_TO_LONG);
        int numbers = module.type(Frame.INT_TO_INT);
        module.importTable("filler", "table", 3);
        module.exported("number", Frame.INT_TO_INT, new Code().get(0).i32(0).callIndirect(numbers, 0));
        module.exported("long", LONG_TO_LONG, new Code().get(0).i32(1).callIndirect(longs, 0));
        module.exported("wrong", Frame.INT_TO_INT, new Code().get(0).i32(1).callIndirect(numbers, 0));
        module.exported("empty", Frame.INT_TO_INT, new Code().get(0).i32(2).callIndirect(numbers, 0));
        return module;
    }

    /** A module with a text of its own that {@code init} puts at 0, and {@code forget} drops. */
    private static ModuleBuilder initialiser(String text) {
        ModuleBuilder module = Frame.user();
        int data = module.passiveData(text);
        module.exported(
                "init",
                Frame.INT_TO_INT,
                new Code()
                        .i32(0)
                        .i32(0)
                        .get(0)
                        .bulk(Op.MEMORY_INIT, data, 0)
                        .i32(0)
                        .access(Op.I32_LOAD, 0));
        module.exported(
                "forget", Frame.TO_INT, new Code().bulk(Op.DATA_DROP, data).i32(1));
        return module;
    }

    @Test
    void keepsDataSegmentsPerInstanceWhereTheMemoryIsShared() {
        ComponentWriter root = new ComponentWriter();
        Frame frame = Frame.of(root);
        int one = root.coreModule(initialiser("1111"));
        int first = root.coreInstance(one, Map.of("frame", frame.instance()));
        int second = root.coreInstance(one, Map.of("frame", frame.instance()));
        int other = frame.instantiate(Roles.honest(initialiser("2222")));
        exportAs(root, "first", first);
        exportAs(root, "second", second);
        exportAs(root, "other", other);
        root.export("ok", other, Frame.NUMBER);
        byte[] component = root.build();
        try (ComponentInstance instance = Stage.start(component)) {
            assertThat(instance.function("first-init").call(4L)).isEqualTo(0x3131_3131L);
            assertThat(instance.function("other-init").call(4L)).isEqualTo(0x3232_3232L);
            instance.function("first-forget").call();

            assertThat(instance.function("second-init").call(4L)).isEqualTo(0x3131_3131L);
            assertThat(instance.function("first-init").call(0L)).isEqualTo(0x3131_3131L);
            Stage.assertFails(
                    () -> instance.function("first-init").call(1L),
                    ErrorCode.TRAP,
                    "out of bounds memory access, in core function 0");
        }
    }

    private static void exportAs(ComponentWriter root, String prefix, int instance) {
        int init = root.lift(root.coreAlias(Sort.CORE_FUNCTION, instance, "init"), U32_TO_U32);
        root.export(prefix + "-init", Sort.FUNCTION, init);
        int forget = root.lift(root.coreAlias(Sort.CORE_FUNCTION, instance, "forget"), Frame.NUMBER);
        root.export(prefix + "-forget", Sort.FUNCTION, forget);
    }

    /** A module with a function of its own that {@code init} puts into the shared table, and {@code call} calls what is there. */
    private static ModuleBuilder tableInitialiser(int answer) {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(Frame.TO_INT);
        module.importTable("tables", "table", 1);
        int function = module.function(type, new Code().i32(answer));
        int elements = module.passiveElements(function);
        module.exported(
                "init",
                Frame.INT_TO_INT,
                new Code()
                        .i32(0)
                        .i32(0)
                        .get(0)
                        .bulk(Op.TABLE_INIT, elements, 0)
                        .i32(0)
                        .callIndirect(type, 0));
        module.exported(
                "forget", Frame.TO_INT, new Code().bulk(Op.ELEM_DROP, elements).i32(1));
        return module;
    }

    @Test
    void keepsElementSegmentsPerInstanceWhereTheTableIsShared() {
        ComponentWriter root = new ComponentWriter();
        ModuleBuilder tables = new ModuleBuilder();
        tables.table(1, 1);
        tables.export("table", ModuleBuilder.TABLE, 0);
        Map<String, Integer> shared = Map.of("tables", root.coreInstance(root.coreModule(tables), Map.of()));
        int one = root.coreModule(tableInitialiser(1));
        exportAs(root, "first", root.coreInstance(one, shared));
        exportAs(root, "second", root.coreInstance(one, shared));
        exportAs(root, "other", root.coreInstance(root.coreModule(tableInitialiser(2)), shared));
        try (ComponentInstance instance = Stage.start(root.build())) {
            assertThat(instance.function("first-init").call(1L)).isEqualTo(1L);
            assertThat(instance.function("other-init").call(1L)).isEqualTo(2L);
            instance.function("first-forget").call();

            assertThat(instance.function("second-init").call(1L)).isEqualTo(1L);
            Stage.assertFails(
                    () -> instance.function("first-init").call(1L),
                    ErrorCode.TRAP,
                    "out of bounds table access, in core function 1");
        }
    }
}
