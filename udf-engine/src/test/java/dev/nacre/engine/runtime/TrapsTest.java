package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrapsTest {
    private static ModuleBuilder trapping() {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 1);
        module.table(1, 1);
        int type = module.type(Guest.NOTHING);
        module.exported("unreachable", Guest.NOTHING, new Code().op(Op.UNREACHABLE));
        module.exported("divide", Guest.NOTHING, new Code().i32(1).i32(0).op(Op.I32_DIV_S, Op.DROP));
        module.exported(
                "overflow",
                Guest.NOTHING,
                new Code().i32(Integer.MIN_VALUE).i32(-1).op(Op.I32_DIV_S, Op.DROP));
        module.exported(
                "convert",
                Guest.NOTHING,
                new Code().op(0x44, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F).op(Op.I32_TRUNC_F64_S, Op.DROP));
        module.exported(
                "load",
                Guest.NOTHING,
                new Code().i32(65536).access(Op.I32_LOAD8_U, 0).op(Op.DROP));
        module.exported(
                "fill", Guest.NOTHING, new Code().i32(65536).i32(1).i32(1).bulk(Op.MEMORY_FILL, 0));
        module.exported("null", Guest.NOTHING, new Code().i32(0).callIndirect(type, 0));
        return module;
    }

    @ParameterizedTest
    @CsvSource({
        "unreachable, unreachable, 0",
        "divide, integer divide by zero, 1",
        "overflow, integer overflow, 2",
        "convert, invalid conversion to integer, 3",
        "load, out of bounds memory access, 4",
        "fill, out of bounds memory access, 5",
        "null, uninitialized element, 6"
    })
    void saysWhatTrappedInTheWordsOfTheSpecificationAndWhere(String function, String words, int index) {
        CoreInstance instance = Guest.start(trapping());

        assertTrap(() -> instance.function(function).call(), words + ", in core function " + index);
    }

    @Test
    void namesTheInnermostFunction() {
        ModuleBuilder module = new ModuleBuilder();
        int inner = module.exported("f", Guest.NOTHING, new Code().op(Op.UNREACHABLE));
        int outer = module.exported("g", Guest.NOTHING, new Code().call(inner));
        module.name(inner, "core::panicking::panic").name(outer, "main");
        CoreInstance instance = Guest.start(module);

        assertTrap(() -> instance.function("g").call(), "unreachable, in core function 0 'core::panicking::panic'");
        assertTrap(
                () -> instance.function("g").as(Runnable.class).run(),
                "unreachable, in core function 0 'core::panicking::panic'");
    }

    @Test
    void givesNoNameToAFunctionOfAnotherModule() {
        ModuleBuilder other = new ModuleBuilder();
        other.exported("f", Guest.NOTHING, new Code().op(Op.UNREACHABLE));
        ModuleBuilder module = new ModuleBuilder();
        int imported = module.importFunction("other", "f", module.type(Guest.NOTHING));
        module.exported("g", Guest.NOTHING, new Code().call(imported));
        module.name(imported, "imported").name(1, "own");
        CoreInstance instance = Guest.start(module, Guest.start(other).function("f"));

        assertTrap(() -> instance.function("g").call(), "unreachable, in core function 0");
    }

    private static void assertTrap(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class, trap -> assertThat(trap.code()).isEqualTo(ErrorCode.TRAP))
                .hasMessage(message);
    }
}
