package dev.nacre.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.ModuleBuilder;
import dev.nacre.engine.runtime.Op;
import dev.nacre.testkit.LeakCheck;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * References to functions and exceptions on their way from one core instance to another: they mean the same there, though
 * the other has functions and exceptions of its own with the same numbers. What is passed stands for 5, what it must not be
 * taken for stands for 9.
 */
class PassedReferencesTest {
    private static final CoreFunctionType TAKING =
            ModuleBuilder.type(List.of(CoreValueType.FUNCREF), List.of(CoreValueType.I32));
    private static final CoreFunctionType CARRYING = ModuleBuilder.type(List.of(CoreValueType.FUNCREF), List.of());
    private static final CoreFunctionType GIVING = ModuleBuilder.type(List.of(), List.of(CoreValueType.FUNCREF));
    private static final CoreFunctionType TAKING_EXCEPTION =
            ModuleBuilder.type(List.of(CoreValueType.EXNREF), List.of(CoreValueType.I32));
    private static final CoreFunctionType GIVING_EXCEPTION =
            ModuleBuilder.type(List.of(), List.of(CoreValueType.EXNREF));
    private static final int FUNCREF = 0x70;
    private static final int EXNREF = 0x69;
    private static final int CATCH_ALL_REF = 3;
    private static final int THROW_REF = 0x0A;

    @RegisterExtension
    final LeakCheck leaks = Stage.leakCheck();

    /** A module whose function 0 gives a number, and may be referred to. */
    private static ModuleBuilder module(int answer) {
        ModuleBuilder module = new ModuleBuilder();
        module.declare(module.function(module.type(Frame.TO_INT), new Code().i32(answer)));
        return module;
    }

    /** Adds a table of its own and a function that calls what it is given. */
    private static int caller(ModuleBuilder module) {
        int table = module.table(1, 1);
        return module.exported(
                "take",
                TAKING,
                new Code()
                        .i32(0)
                        .get(0)
                        .op(Op.TABLE_SET, new int[] {table})
                        .i32(0)
                        .callIndirect(0, table));
    }

    private static Object run(ModuleBuilder first, ModuleBuilder second) {
        ComponentWriter component = new ComponentWriter();
        int one = component.coreInstance(component.coreModule(first), Map.of());
        int other = component.coreInstance(component.coreModule(second), Map.of("first", one));
        component.export("run", other, Frame.NUMBER);
        return Stage.call(component.build(), "run");
    }

    @Test
    void meanTheSameAsArguments() {
        ModuleBuilder taker = module(9);
        caller(taker);
        ModuleBuilder giver = new ModuleBuilder();
        int take = giver.importFunction("first", "take", giver.type(TAKING));
        int five = giver.function(giver.type(Frame.TO_INT), new Code().i32(5));
        giver.declare(five);
        giver.exported("run", Frame.TO_INT, new Code().function(five).call(take));

        assertThat(run(taker, giver)).isEqualTo(5L);
    }

    @Test
    void meanTheSameHoweverManyThereAre() {
        ModuleBuilder taker = module(9);
        caller(taker);
        ModuleBuilder giver = new ModuleBuilder();
        int take = giver.importFunction("first", "take", giver.type(TAKING));
        Code sum = new Code().i32(0);
        for (int number : IntStream.range(0, 80).map(i -> i % 40).toArray()) {
            int function = giver.function(giver.type(Frame.TO_INT), new Code().i32(number));
            giver.declare(function);
            sum.function(function)
                    .call(take)
                    .op(Op.I32_ADD)
                    .function(function)
                    .call(take)
                    .op(Op.I32_ADD);
        }
        giver.exported("run", Frame.TO_INT, sum);

        assertThat(run(taker, giver)).isEqualTo(4 * 780L);
    }

    @Test
    void meanTheSameAsResults() {
        ModuleBuilder giver = module(5);
        giver.exported("give", GIVING, new Code().function(0));
        ModuleBuilder taker = taking("give", GIVING);

        assertThat(run(giver, taker)).isEqualTo(5L);
    }

    @Test
    void meanTheSameInGlobals() {
        ModuleBuilder giver = module(5);
        giver.export("global", ModuleBuilder.GLOBAL, giver.global(CoreValueType.FUNCREF, true, new Code().function(0)));
        ModuleBuilder taker = new ModuleBuilder();
        taker.importGlobal("first", "global", CoreValueType.FUNCREF, true);
        int type = taker.type(Frame.TO_INT);
        taker.function(type, new Code().i32(9));
        taker.table(1, 1);
        taker.exported(
                "run",
                Frame.TO_INT,
                new Code()
                        .i32(0)
                        .global(0)
                        .op(Op.TABLE_SET, new int[] {0})
                        .i32(0)
                        .callIndirect(type, 0));

        assertThat(run(giver, taker)).isEqualTo(5L);
    }

    /** A module that calls what an imported function gives; its own function 0 is the import, function 1 gives 9. */
    private static ModuleBuilder taking(String name, CoreFunctionType type) {
        ModuleBuilder taker = new ModuleBuilder();
        int number = taker.type(Frame.TO_INT);
        taker.importFunction("first", name, taker.type(type));
        taker.function(number, new Code().i32(9));
        int take = caller(taker);
        taker.exported("run", Frame.TO_INT, new Code().call(0).call(take));
        return taker;
    }

    @Test
    void meanTheSameInExceptions() {
        ModuleBuilder giver = module(5);
        int tag = giver.tag(giver.type(CARRYING));
        giver.export("tag", ModuleBuilder.TAG, tag);
        giver.exported("throw", Frame.TO_NOTHING, new Code().function(0).raise(tag));
        ModuleBuilder taker = new ModuleBuilder();
        int number = taker.type(Frame.TO_INT);
        int caught = taker.importTag("first", "tag", taker.type(CARRYING));
        int raise = taker.importFunction("first", "throw", taker.type(Frame.TO_NOTHING));
        taker.function(number, new Code().i32(9));
        int take = caller(taker);
        Code run = new Code()
                .op(Op.BLOCK, FUNCREF)
                .tryCatch(caught, 0)
                .call(raise)
                .end()
                .op(Op.UNREACHABLE)
                .end()
                .call(take);
        taker.exported("run", Frame.TO_INT, run);

        assertThat(run(giver, taker)).isEqualTo(5L);
    }

    /** Adds a tag and code that throws a number with it and catches that as a reference. */
    private static Code caught(int tag, int number) {
        return new Code()
                .op(Op.BLOCK, EXNREF)
                .op(Op.TRY_TABLE, 0x40, 1, CATCH_ALL_REF, 0)
                .i32(number)
                .raise(tag)
                .end()
                .op(Op.UNREACHABLE)
                .end();
    }

    /** Code that throws what it is given and gives the number in it. */
    private static Code rethrown(int tag, Code reference) {
        return new Code()
                .op(Op.BLOCK, 0x7F)
                .tryCatch(tag, 0)
                .repeat(1, reference)
                .op(THROW_REF)
                .end()
                .op(Op.UNREACHABLE)
                .end();
    }

    @Test
    void toExceptionsMeanTheSameAsArguments() {
        ModuleBuilder taker = new ModuleBuilder();
        int tag = taker.tag(taker.type(Frame.INT_TO_NOTHING));
        taker.export("tag", ModuleBuilder.TAG, tag);
        Code catchesItsOwnFirst = new Code().repeat(1, caught(tag, 9)).op(Op.DROP);
        taker.exported("take", TAKING_EXCEPTION, catchesItsOwnFirst.repeat(1, rethrown(tag, new Code().get(0))));
        ModuleBuilder giver = new ModuleBuilder();
        int take = giver.importFunction("first", "take", giver.type(TAKING_EXCEPTION));
        int same = giver.importTag("first", "tag", giver.type(Frame.INT_TO_NOTHING));
        giver.exported(
                "run", Frame.TO_INT, new Code().repeat(1, caught(same, 5)).call(take));

        assertThat(run(taker, giver)).isEqualTo(5L);
    }

    @Test
    void toExceptionsMeanTheSameAsResults() {
        ModuleBuilder giver = new ModuleBuilder();
        int tag = giver.tag(giver.type(Frame.INT_TO_NOTHING));
        giver.export("tag", ModuleBuilder.TAG, tag);
        giver.exported("give", GIVING_EXCEPTION, caught(tag, 5));

        assertThat(run(giver, exceptionTaker(new Code().call(0)))).isEqualTo(5L);
    }

    /** A module that catches an exception of its own, then throws the reference that the code gives. */
    private static ModuleBuilder exceptionTaker(Code reference) {
        ModuleBuilder taker = new ModuleBuilder();
        taker.importFunction("first", "give", taker.type(GIVING_EXCEPTION));
        int tag = taker.importTag("first", "tag", taker.type(Frame.INT_TO_NOTHING));
        taker.exported(
                "run",
                Frame.TO_INT,
                new Code().repeat(1, caught(tag, 9)).op(Op.DROP).repeat(1, rethrown(tag, reference)));
        return taker;
    }

    @Test
    void toExceptionsMeanTheSameInGlobals() {
        ModuleBuilder giver = new ModuleBuilder();
        int tag = giver.tag(giver.type(Frame.INT_TO_NOTHING));
        giver.export("tag", ModuleBuilder.TAG, tag);
        int global = giver.global(CoreValueType.EXNREF, true, new Code().op(Op.REF_NULL, EXNREF));
        giver.export("global", ModuleBuilder.GLOBAL, global);
        giver.exported(
                "put", Frame.TO_NOTHING, new Code().repeat(1, caught(tag, 5)).setGlobal(global));
        ModuleBuilder taker = new ModuleBuilder();
        int same = taker.importTag("first", "tag", taker.type(Frame.INT_TO_NOTHING));
        int put = taker.importFunction("first", "put", taker.type(Frame.TO_NOTHING));
        taker.importGlobal("first", "global", CoreValueType.EXNREF, true);
        taker.exported(
                "run",
                Frame.TO_INT,
                new Code()
                        .repeat(1, caught(same, 9))
                        .op(Op.DROP)
                        .call(put)
                        .repeat(1, rethrown(same, new Code().global(0))));

        assertThat(run(giver, taker)).isEqualTo(5L);
    }

    @Test
    void toExceptionsMeanTheSameInTables() {
        ModuleBuilder giver = new ModuleBuilder();
        int tag = giver.tag(giver.type(Frame.INT_TO_NOTHING));
        giver.export("tag", ModuleBuilder.TAG, tag);
        giver.export("table", ModuleBuilder.TABLE, giver.table(CoreValueType.EXNREF, 1, 1));
        giver.exported(
                "put",
                Frame.TO_NOTHING,
                new Code().i32(0).repeat(1, caught(tag, 5)).op(Op.TABLE_SET, new int[] {0}));
        ModuleBuilder taker = new ModuleBuilder();
        int same = taker.importTag("first", "tag", taker.type(Frame.INT_TO_NOTHING));
        int put = taker.importFunction("first", "put", taker.type(Frame.TO_NOTHING));
        taker.importTable("first", "table", CoreValueType.EXNREF, 1);
        taker.exported(
                "run",
                Frame.TO_INT,
                new Code()
                        .repeat(1, caught(same, 9))
                        .op(Op.DROP)
                        .call(put)
                        .repeat(1, rethrown(same, new Code().i32(0).op(Op.TABLE_GET, new int[] {0}))));

        assertThat(run(giver, taker)).isEqualTo(5L);
    }
}
