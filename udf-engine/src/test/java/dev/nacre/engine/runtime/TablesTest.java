package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static ModuleBuilder tables() {
        ModuleBuilder module = new ModuleBuilder();
        module.table(4, 1000);
        module.export("table", ModuleBuilder.TABLE, 0);
        int three = module.exported("three", Guest.TO_INT, new Code().i32(3));
        int seven = module.exported("seven", Guest.TO_INT, new Code().i32(7));
        module.elements(0, three, seven);
        int type = module.type(Guest.TO_INT);
        module.exported("call", Guest.INT_TO_INT, new Code().get(0).callIndirect(type, 0));
        module.exported("size", Guest.TO_INT, new Code().bulk(Op.TABLE_SIZE, 0));
        module.exported(
                "grow", Guest.INT_TO_INT, new Code().function(seven).get(0).bulk(Op.TABLE_GROW, 0));
        module.exported(
                "is-null",
                Guest.INT_TO_INT,
                new Code().get(0).op(Op.TABLE_GET, 0).op(Op.REF_IS_NULL));
        module.exported(
                "fill",
                ModuleBuilder.type(Guest.TWO_INTS_TO_INT.parameters(), List.of()),
                new Code().get(0).function(three).get(1).bulk(Op.TABLE_FILL, 0));
        Code arguments = new Code().get(0).get(1).get(2);
        module.exported("copy", Guest.THREE_INTS_TO_NOTHING, arguments.bulk(Op.TABLE_COPY, 0, 0));
        return module;
    }

    private static void assertTrap(CoreInstance instance, String function, long... arguments) {
        assertThatThrownBy(() -> instance.function(function).call(arguments))
                .isInstanceOfSatisfying(EngineException.class, trap -> {
                    assertThat(trap.code()).isEqualTo(ErrorCode.TRAP);
                    assertThat(trap).hasMessageStartingWith("out of bounds table access");
                });
    }

    @Test
    void growsOneInstanceWithoutTheNext() {
        CompiledModule compiled = Guest.compile(tables());
        CoreInstance first = compiled.instantiate(List.of(), Guest.context());

        assertThat(Guest.callInt(first, "grow", 10)).isEqualTo(4);
        assertThat(Guest.callInt(first, "grow", 986)).isEqualTo(14);
        CoreInstance second = compiled.instantiate(List.of(), Guest.context());

        assertThat(Guest.callInt(first, "size")).isEqualTo(1000);
        assertThat(Guest.callInt(first, "call", 999)).isEqualTo(7);
        assertThat(Guest.callInt(second, "size")).isEqualTo(4);
        assertThat(Guest.callInt(second, "grow", 996)).isEqualTo(4);
    }

    @Test
    void refusesToGrowBeyondTheMaximumAndTheLimit() {
        CompiledModule compiled = Guest.compile(tables());
        Limits limits = Limits.specification().with(Setting.TABLE_ELEMENTS, 10);
        CoreInstance free = compiled.instantiate(List.of(), Guest.context());
        CoreInstance limited =
                compiled.instantiate(List.of(), new InstanceContext(Meter.unlimited(), new MemoryBudget(0), limits));

        for (int count : new int[] {997, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(Guest.callInt(free, "grow", count)).isEqualTo(-1);
        }
        assertThat(Guest.callInt(limited, "grow", 7)).isEqualTo(-1);
        assertThat(Guest.callInt(limited, "grow", 6)).isEqualTo(4);
        assertThat(Guest.callInt(limited, "grow", 0)).isEqualTo(10);
        assertThat(Guest.callInt(limited, "grow", 1)).isEqualTo(-1);
    }

    @Test
    void refusesToStartWithTooManyElements() {
        CompiledModule compiled = Guest.compile(tables());
        InstanceContext context = new InstanceContext(
                Meter.unlimited(), new MemoryBudget(0), Limits.specification().with(Setting.TABLE_ELEMENTS, 7));

        compiled.instantiate(List.of(), context);

        assertThatThrownBy(() -> compiled.instantiate(List.of(), context))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LIMIT))
                .hasMessage("the guest starts with a table of 4 elements, at most 7 in all tables allowed"
                        + " (setting table_elements)");
    }

    /** The elements are no linear memory of the instance's, but whoever bounds several instances pays for them. */
    @Test
    void takesTheMemoryOfTablesBesideTheInstances() {
        CompiledModule compiled = Guest.compile(tables());
        MemoryBudget statement = new MemoryBudget(100, "setting query_memory");
        InstanceContext context = new InstanceContext(Meter.unlimited(), statement.part(0), Limits.specification());
        CoreInstance instance = compiled.instantiate(List.of(), context);
        assertThat(statement.heldBytes()).isEqualTo(32);

        assertThat(Guest.callInt(instance, "grow", 9)).isEqualTo(-1);
        assertThat(Guest.callInt(instance, "grow", 8)).isEqualTo(4);
        assertThat(statement.heldBytes()).isEqualTo(96);
        assertThatThrownBy(() -> compiled.instantiate(List.of(), context))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MEMORY_LIMIT))
                .hasMessage("the guest starts with a table of 4 elements, at most 100 bytes allowed"
                        + " (setting query_memory), 96 of them held");

        context.releaseElements();
        assertThat(statement.heldBytes()).isZero();
    }

    @Test
    void readsFillsAndCopies() {
        CoreInstance instance = Guest.start(tables());

        assertThat(Guest.callInt(instance, "is-null", 2)).isEqualTo(1);
        instance.function("copy").call(1, 0, 2);
        assertThat(Guest.callInt(instance, "call", 1)).isEqualTo(3);
        assertThat(Guest.callInt(instance, "call", 2)).isEqualTo(7);
        instance.function("copy").call(0, 1, 3);
        assertThat(Guest.callInt(instance, "call", 1)).isEqualTo(7);
        assertThat(Guest.callInt(instance, "is-null", 2)).isEqualTo(1);
        instance.function("fill").call(2, 2);
        assertThat(Guest.callInt(instance, "call", 3)).isEqualTo(3);
    }

    @Test
    void trapsOutOfBounds() {
        CoreInstance instance = Guest.start(tables());

        assertTrap(instance, "is-null", 4);
        assertTrap(instance, "is-null", -1);
        assertTrap(instance, "fill", 3, 2);
        assertTrap(instance, "fill", -1, 1);
        assertTrap(instance, "copy", 0, 3, 2);
        assertTrap(instance, "copy", 3, 0, 2);
        assertTrap(instance, "copy", 0, 0, -1);
        assertThat(Guest.callInt(instance, "is-null", 3)).isEqualTo(1);
    }
}
