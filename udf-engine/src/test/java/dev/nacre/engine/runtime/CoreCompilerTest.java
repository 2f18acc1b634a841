package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreValueType;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CoreCompilerTest {
    private static final Code STEP = new Code().get(0).i32(1).op(Op.I32_ADD).set(0);

    private static ModuleBuilder longFunction(int steps) {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("short", Guest.INT_TO_INT, new Code().get(0));
        module.exported("long", Guest.INT_TO_INT, new Code().repeat(steps, STEP).get(0));
        return module.name(1, "interpret");
    }

    @Test
    void refusesInvalidCode() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("f", Guest.TO_INT, new Code().i64(1));

        assertThatThrownBy(() -> Guest.compile(module))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID))
                .hasMessageStartingWith("a core module cannot be compiled: invalid: type mismatch");
    }

    /** What is wrong in a custom section must not matter: core specification, "Custom Section". */
    @Test
    void passesOverNamesThatAreUnreadable() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("f", Guest.TO_INT, new Code().i32(7));
        byte[] names = {0, 9, 4, 'n', 'a', 'm', 'e', 1, 40, 2, (byte) 0xff};

        CompiledModule compiled = Guest.compile(joined(module.build(), names));

        assertThat(Guest.callInt(compiled.instantiate(List.of(), Guest.context()), "f"))
                .isEqualTo(7);
    }

    /** A defect of the compiler, seen in Chicory 1.7.5; the code must not say that the module is at fault. */
    @Test
    void saysThatTheCompilerCannotTakeAValidModule() {
        byte[] unreachableTryTable = {
            0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 12, 1, 10, 0, 0x0c, 0, 0x1f, 0x40, 0,
            0x0c, 0, 0x0b, 0x0b
        };

        assertThatThrownBy(() -> Guest.compile(unreachableTryTable))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_FEATURE));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Test
    void refusesAFunctionTooLargeForAMethod() {
        assertThatThrownBy(() -> Guest.compile(longFunction(20_000)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FUNCTION_TOO_LARGE))
                .hasMessageMatching(
                        "function 1 'interpret' needs \\d{5} bytes of JVM code, at most 65,535 fit into a method;"
                                + " split the function, or build the guest with less inlining");
    }

    @Test
    void refusesAFunctionThatTheMeterMakesTooLarge() {
        Code loop = new Code().loop().get(0).op(Op.I32_EQZ).branchIf(0).end();
        ModuleBuilder module = new ModuleBuilder();
        module.exported("loops", Guest.INT_TO_NOTHING, new Code().repeat(5_400, loop));

        assertThatThrownBy(() -> Guest.compile(module))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FUNCTION_TOO_LARGE))
                .hasMessageStartingWith("function 0 needs ");
    }

    @Test
    void listsFunctionsTooLongForTheJit() {
        CompiledModule compiled = Guest.compile(longFunction(4_000));

        assertThat(compiled.slowFunctions())
                .singleElement()
                .asString()
                .matches("function 1 'interpret', \\d{5} bytes of JVM code");
        assertThat(Guest.callInt(compiled.instantiate(List.of(), Guest.context()), "long", 2))
                .isEqualTo(4_002);
        assertThat(Guest.compile(longFunction(10)).slowFunctions()).isEmpty();
    }

    @Test
    @Timeout(60)
    void givesUpAtTheDeadline() {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(Guest.INT_TO_INT);
        for (int i = 0; i < 2_500; i++) {
            module.function(type, new Code().repeat(30, STEP).get(0));
        }
        byte[] bytes = module.build();
        ScreenedModule screened = ScreenedModule.read(bytes, 0, bytes.length, Limits.specification());

        for (Duration timeout : List.of(Duration.ZERO, Duration.ofMillis(150))) {
            CompileDeadline deadline = CompileDeadline.within(timeout);
            assertThatThrownBy(() -> CoreCompiler.compile(screened, deadline))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.COMPILE_TIMEOUT))
                    .hasMessage("compilation took longer than " + timeout.toMillis()
                            + " ms; raise setting compile_timeout or use a smaller component");
        }
    }

    @Test
    void compilesAModuleInsideOtherBytes() {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("seven", Guest.TO_INT, new Code().i32(7));
        byte[] bytes = module.build();
        byte[] around = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, around, 9, bytes.length);
        ScreenedModule screened = ScreenedModule.read(around, 9, bytes.length, Limits.specification());

        CompiledModule compiled = CoreCompiler.compile(screened, CompileDeadline.within(Duration.ofMinutes(1)));

        assertThat(Guest.callInt(compiled.instantiate(List.of(), Guest.context()), "seven"))
                .isEqualTo(7);
    }

    /** A JVM class holds 65,535 constants, so Chicory puts fewer functions into each class than it was told. */
    @Test
    void findsFunctionsThatDoNotFitIntoOneClassWithTheOthers() {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(Guest.LONG_TO_LONG);
        int functions = GuestNames.FUNCTIONS_PER_CLASS + 2;
        for (int i = 0; i < functions; i++) {
            Code sum = new Code().get(0);
            for (int constant = 0; constant < 520; constant++) {
                sum.i64(((long) i << 32) + constant + 2).op(Op.I64_ADD);
            }
            module.function(type, sum);
            module.export("f" + i, ModuleBuilder.FUNCTION, i);
        }

        CoreInstance instance = Guest.start(module);

        for (int i = 0; i < functions; i += 5) {
            long sum = 7 + ((long) i << 32) * 520 + 523 * 260;
            assertThat(instance.function("f" + i).call(7)).containsExactly(sum);
            assertThat(instance.function("f" + i).as(LongUnaryOperator.class).applyAsLong(7))
                    .isEqualTo(sum);
        }
    }

    @Test
    void callsAcrossManyClassesAndIndirectlyAmongMany() {
        ModuleBuilder module = new ModuleBuilder();
        int type = module.type(Guest.INT_TO_INT);
        int count = 1_500;
        module.table(count, count);
        int[] functions = new int[count];
        functions[0] = module.function(type, new Code().get(0));
        for (int i = 1; i < count; i++) {
            functions[i] =
                    module.function(type, new Code().get(0).call(i - 1).i32(1).op(Op.I32_ADD));
        }
        module.elements(0, functions);
        module.export("last", ModuleBuilder.FUNCTION, count - 1);
        module.exported("any", Guest.TWO_INTS_TO_INT, new Code().get(0).get(1).callIndirect(type, 0));

        CoreInstance instance = Guest.start(module);

        assertThat(Guest.callInt(instance, "last", 5)).isEqualTo(count + 4);
        for (int i = 0; i < count; i += 61) {
            assertThat(Guest.callInt(instance, "any", 5, i)).isEqualTo(5 + i);
        }
    }

    @Test
    void givesSeveralResults() {
        ModuleBuilder module = new ModuleBuilder();
        int swap = module.exported(
                "swap",
                ModuleBuilder.type(
                        List.of(CoreValueType.I32, CoreValueType.I64), List.of(CoreValueType.I64, CoreValueType.I32)),
                new Code().get(1).get(0));
        module.exported(
                "use",
                Guest.TO_INT,
                new Code().i32(7).i64(8).call(swap).set(0).op(Op.DROP).get(0).locals(1, CoreValueType.I32));

        CoreInstance instance = Guest.start(module);

        assertThat(instance.function("swap").call(-3, 4)).containsExactly(4, -3);
        assertThatThrownBy(() -> instance.function("swap").invoke(new long[2]))
                .isInstanceOf(EngineException.class)
                .hasMessageEndingWith("expected at most one result, found 2 results");
        assertThat(Guest.callInt(instance, "use")).isEqualTo(7);
    }

    @Test
    @Timeout(300)
    void leavesNoClassBehind() throws InterruptedException {
        int cycles = Boolean.getBoolean("nacre.soak") ? 200 : 20;
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < cycles; i++) {
            loaders.add(new WeakReference<>(runOnce(i)));
        }

        for (int wait = 0; wait < 100 && loaders.stream().anyMatch(loader -> loader.get() != null); wait++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(loaders).allSatisfy(loader -> assertThat(loader.get()).isNull());
    }

    private static ClassLoader runOnce(int number) {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("add", Guest.INT_TO_INT, new Code().get(0).i32(number).op(Op.I32_ADD));
        CoreInstance instance = Guest.start(module);
        IntUnaryOperator typed = instance.function("add").as(IntUnaryOperator.class);
        assertThat(typed.applyAsInt(1)).isEqualTo(number + 1);
        assertThat(instance.function("add").call(1)).containsExactly(number + 1);
        return instance.code.getClass().getClassLoader();
    }
}
