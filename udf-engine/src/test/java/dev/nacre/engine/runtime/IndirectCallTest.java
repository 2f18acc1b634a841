package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndirectCallTest {
    /** Has a table of four: 0 doubles, 1 gives seven, 2 is null, 3 is free. */
    private static ModuleBuilder owner() {
        ModuleBuilder module = new ModuleBuilder();
        module.type(Guest.LONG_TO_LONG);
        module.table(4, 4);
        module.export("table", ModuleBuilder.TABLE, 0);
        int twice = module.exported(
                "twice", Guest.INT_TO_INT, new Code().get(0).i32(2).op(Op.I32_MUL));
        int seven = module.exported("seven", Guest.TO_INT, new Code().i32(7));
        module.elements(0, twice, seven);
        caller(module);
        return module;
    }

    private static ModuleBuilder caller(ModuleBuilder module) {
        int toInt = module.type(Guest.TO_INT);
        int intToInt = module.type(Guest.INT_TO_INT);
        module.exported("call", Guest.INT_TO_INT, new Code().get(0).callIndirect(toInt, 0));
        module.exported(
                "call-with", Guest.TWO_INTS_TO_INT, new Code().get(0).get(1).callIndirect(intToInt, 0));
        return module;
    }

    private static void assertTrap(CoreInstance instance, String function, String words, long... arguments) {
        assertThatThrownBy(() -> instance.function(function).call(arguments))
                .isInstanceOfSatisfying(EngineException.class, trap -> {
                    assertThat(trap.code()).isEqualTo(ErrorCode.TRAP);
                    assertThat(trap).hasMessageStartingWith(words);
                });
    }

    @Test
    void comparesTypesByStructureWithinAModule() {
        CoreInstance owner = Guest.start(owner());

        assertThat(Guest.callInt(owner, "call", 1)).isEqualTo(7);
        assertThat(Guest.callInt(owner, "call-with", 21, 0)).isEqualTo(42);
        assertTrap(owner, "call", "indirect call type mismatch", 0);
        assertTrap(owner, "call-with", "indirect call type mismatch", 5, 1);
    }

    @Test
    void trapsOnMissingElements() {
        CoreInstance owner = Guest.start(owner());

        assertTrap(owner, "call", "uninitialized element", 2);
        assertTrap(owner, "call", "undefined element", 4);
        assertTrap(owner, "call", "undefined element", -1);
    }

    @Test
    void comparesTypesAcrossModulesOfOtherTypeSections() {
        CoreInstance owner = Guest.start(owner());
        ModuleBuilder module = new ModuleBuilder();
        module.importTable("owner", "table", 4);
        CoreInstance stranger = Guest.start(caller(module), owner.table("table"));

        assertThat(Guest.callInt(stranger, "call", 1)).isEqualTo(7);
        assertThat(Guest.callInt(stranger, "call-with", -4, 0)).isEqualTo(-8);
        assertTrap(stranger, "call", "indirect call type mismatch", 0);
        assertTrap(stranger, "call-with", "indirect call type mismatch", 1, 1);
        assertTrap(stranger, "call", "uninitialized element", 2);
    }

    @Test
    void keepsTheInstanceOfAFunctionOnItsWayThroughTables() {
        CoreInstance owner = Guest.start(owner());
        ModuleBuilder module = new ModuleBuilder();
        module.importTable("owner", "table", 4);
        int own = module.table(4, 4);
        int counter = module.global(CoreValueType.I32, true, new Code().i32(40));
        int count = module.exported("count", Guest.TO_INT, new Code().global(counter));
        module.elementsOf(own, 0, count);
        module.exported(
                "pass-on",
                Guest.NOTHING,
                new Code()
                        .i32(3)
                        .i32(1)
                        .op(Op.TABLE_GET, 0)
                        .op(Op.TABLE_SET, 0)
                        .i32(2)
                        .i32(0)
                        .op(Op.TABLE_GET, own)
                        .op(Op.TABLE_SET, 0));
        module.exported("copy", Guest.NOTHING, new Code().i32(1).i32(0).i32(3).bulk(Op.TABLE_COPY, own, 0));
        int toInt = module.type(Guest.TO_INT);
        module.exported("call-own", Guest.INT_TO_INT, new Code().get(0).callIndirect(toInt, own));
        CoreInstance stranger = Guest.start(module, owner.table("table"));

        stranger.function("pass-on").call();
        stranger.function("copy").call();

        assertThat(Guest.callInt(owner, "call", 3)).isEqualTo(7);
        assertThat(Guest.callInt(owner, "call", 2)).isEqualTo(40);
        assertThat(Guest.callInt(stranger, "call-own", 2)).isEqualTo(7);
        assertThat(Guest.callInt(stranger, "call-own", 3)).isEqualTo(40);
        assertTrap(stranger, "call-own", "indirect call type mismatch", 1);
    }

    @Test
    void keepsTheInstanceOfAFunctionInAGlobal() {
        ModuleBuilder exporting = new ModuleBuilder();
        int seven = exporting.exported("seven", Guest.TO_INT, new Code().i32(7));
        exporting.declare(seven);
        exporting.global(CoreValueType.FUNCREF, false, new Code().function(seven));
        exporting.export("function", ModuleBuilder.GLOBAL, 0);
        CoreInstance owner = Guest.start(exporting);
        ModuleBuilder importing = new ModuleBuilder();
        importing.importGlobal("owner", "function", CoreValueType.FUNCREF, false);
        importing.table(1, 1);
        int toInt = importing.type(Guest.TO_INT);
        int reader = importing.function(
                toInt, new Code().i32(0).global(0).op(Op.TABLE_SET, 0).i32(0).callIndirect(toInt, 0));
        importing.export("read", ModuleBuilder.FUNCTION, reader);

        CoreInstance importer = Guest.start(importing, owner.global("function"));

        assertThat(Guest.callInt(importer, "read")).isEqualTo(7);
    }

    @Test
    void keepsTheInstanceOfAFunctionThatIsPassedInACall() {
        CoreFunctionType passing = new CoreFunctionType(List.of(CoreValueType.FUNCREF), List.of(CoreValueType.FUNCREF));
        ModuleBuilder echoing = new ModuleBuilder();
        echoing.exported("unused", Guest.TO_INT, new Code().i32(-1));
        echoing.table(1, 1);
        int echo = echoing.exported(
                "echo", passing, new Code().i32(0).get(0).op(Op.TABLE_SET, 0).get(0));
        int toInt = echoing.type(Guest.TO_INT);
        echoing.exported("call", Guest.TO_INT, new Code().i32(0).callIndirect(toInt, 0));
        CoreInstance other = Guest.start(echoing);
        ModuleBuilder module = new ModuleBuilder();
        int imported = module.importFunction("other", "echo", module.type(passing));
        module.table(1, 1);
        int seven = module.exported("seven", Guest.TO_INT, new Code().i32(7));
        module.declare(seven);
        int type = module.type(Guest.TO_INT);
        module.exported(
                "pass",
                Guest.TO_INT,
                new Code()
                        .i32(0)
                        .function(seven)
                        .call(imported)
                        .op(Op.TABLE_SET, 0)
                        .i32(0)
                        .callIndirect(type, 0));
        module.exported(
                "pass-null",
                Guest.TO_INT,
                new Code().nullFunction().call(imported).op(Op.REF_IS_NULL));

        CoreInstance instance = Guest.start(module, other.function("echo"));

        assertThat(echo).isEqualTo(1);
        assertThat(Guest.callInt(instance, "pass")).isEqualTo(7);
        assertThat(Guest.callInt(other, "call")).isEqualTo(7);
        assertThat(Guest.callInt(instance, "pass-null")).isEqualTo(1);
    }

    @Test
    void callsImportsAndHostFunctionsThroughTables() {
        CoreFunction host = CoreFunction.host(Guest.INT_TO_INT, arguments -> arguments[0] + 1);
        ModuleBuilder module = new ModuleBuilder();
        int imported = module.importFunction("host", "f", module.type(Guest.INT_TO_INT));
        module.table(4, 4);
        module.export("table", ModuleBuilder.TABLE, 0);
        module.elements(0, imported);
        CoreInstance instance = Guest.start(caller(module), host);

        instance.table("table").set(1, CoreFunction.host(Guest.TO_INT, arguments -> 9));

        assertThat(Guest.callInt(instance, "call-with", 41, 0)).isEqualTo(42);
        assertThat(Guest.callInt(instance, "call", 1)).isEqualTo(9);
        assertTrap(instance, "call", "indirect call type mismatch", 0);
    }
}
