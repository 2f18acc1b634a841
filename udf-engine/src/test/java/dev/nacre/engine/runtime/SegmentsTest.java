package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.core.CoreValueType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static ModuleBuilder reader(String text, boolean importing) {
        ModuleBuilder module = new ModuleBuilder();
        if (importing) {
            module.importMemory("owner", "memory", 1);
        } else {
            module.memory(1, 1);
            module.export("memory", ModuleBuilder.MEMORY, 0);
        }
        int segment = module.passiveData(text);
        module.exported(
                "read",
                Guest.INT_TO_INT,
                new Code()
                        .i32(0)
                        .i32(0)
                        .get(0)
                        .bulk(Op.MEMORY_INIT, segment, 0)
                        .i32(0)
                        .access(Op.I32_LOAD8_U, 0));
        module.exported("drop", Guest.NOTHING, new Code().bulk(Op.DATA_DROP, segment));
        return module;
    }

    @Test
    void initialisesMemoryFromTheExecutingInstance() {
        CoreInstance owner = Guest.start(reader("A", false));
        CoreInstance importer = Guest.start(reader("B", true), owner.memory("memory"));

        assertThat(Guest.callInt(owner, "read", 1)).isEqualTo('A');
        assertThat(Guest.callInt(importer, "read", 1)).isEqualTo('B');
        assertThat(Guest.callInt(owner, "read", 1)).isEqualTo('A');
    }

    @Test
    void dropsSegmentsOfOneInstanceOnly() {
        CompiledModule compiled = Guest.compile(reader("A", false));
        CoreInstance dropped = compiled.instantiate(List.of(), Guest.context());
        CoreInstance other = compiled.instantiate(List.of(), Guest.context());

        dropped.function("drop").call();

        assertThatThrownBy(() -> dropped.function("read").call(1))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("out of bounds memory access");
        dropped.function("read").call(0);
        assertThat(Guest.callInt(other, "read", 1)).isEqualTo('A');
    }

    @Test
    void putsActiveSegmentsAtComputedOffsets() {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 1);
        module.export("memory", ModuleBuilder.MEMORY, 0);
        module.global(
                CoreValueType.I32,
                false,
                new Code().i32(2).i32(3).op(Op.I32_MUL).i32(1).op(Op.I32_SUB));
        module.export("five", ModuleBuilder.GLOBAL, 0);
        module.data(65535, "z");
        CoreInstance instance = Guest.start(module);

        assertThat(instance.global("five").value()).isEqualTo(5);
        assertThat(instance.memory("memory").readByte(65535)).isEqualTo((byte) 'z');
    }

    @Test
    void putsActiveSegmentsInTheirOrder() {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 1);
        module.export("memory", ModuleBuilder.MEMORY, 0);
        module.data(10, "aaaa");
        module.data(12, "bbbb");
        module.data(9, "cc");
        module.data(13, "");
        LinearMemory memory = Guest.start(module).memory("memory");

        assertThat(new String(memory.array(), 9, 8, StandardCharsets.US_ASCII)).isEqualTo("ccabbbb\0");
    }

    /** The memory of another instance shows how far it went. */
    @Test
    void leavesWhatWasWrittenBeforeASegmentOutOfBounds() {
        ModuleBuilder module = new ModuleBuilder();
        module.importMemory("owner", "memory", 1);
        module.data(10, "a");
        module.data(65535, "bb");
        module.data(11, "c");
        CoreInstance owner = Guest.start(reader("A", false));
        LinearMemory memory = owner.memory("memory");

        assertThatThrownBy(() -> Guest.start(module, memory))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("out of bounds memory access");

        assertThat(memory.readByte(10)).isEqualTo((byte) 'a');
        assertThat(memory.readByte(11)).isZero();
        assertThat(memory.readByte(65535)).isZero();
    }

    /** They are dropped once they were written, so that they count as empty. */
    @Test
    void findsNothingInActiveSegments() {
        for (boolean passiveBehind : new boolean[] {false, true}) {
            ModuleBuilder module = new ModuleBuilder();
            module.memory(1, 1);
            int segment = module.data(8, "data");
            if (passiveBehind) {
                module.passiveData("more");
            }
            Code none = new Code().i32(0).i32(0).i32(0).bulk(Op.MEMORY_INIT, segment, 0);
            Code one = new Code().i32(0).i32(0).i32(1).bulk(Op.MEMORY_INIT, segment, 0);
            module.exported("none", Guest.NOTHING, none);
            module.exported("one", Guest.NOTHING, one);
            module.exported("drop", Guest.NOTHING, new Code().bulk(Op.DATA_DROP, segment));
            CoreInstance instance = Guest.start(module);

            for (int i = 0; i < 2; i++) {
                instance.function("none").call();
                assertThatThrownBy(() -> instance.function("one").call())
                        .isInstanceOf(EngineException.class)
                        .hasMessageStartingWith("out of bounds memory access");
                instance.function("drop").call();
            }
        }
    }

    @Test
    void trapsOnActiveSegmentsOutOfBounds() {
        ModuleBuilder data = new ModuleBuilder();
        data.memory(1, 1);
        data.data(65535, "zz");
        ModuleBuilder elements = new ModuleBuilder();
        elements.table(1, 1);
        elements.elements(1, elements.exported("f", Guest.NOTHING, new Code()));

        assertThatThrownBy(() -> Guest.start(data))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("out of bounds memory access");
        assertThatThrownBy(() -> Guest.start(elements))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("out of bounds table access");
    }

    @Test
    void initialisesTablesUntilTheSegmentIsDropped() {
        ModuleBuilder module = new ModuleBuilder();
        module.table(4, 4);
        int seven = module.exported("seven", Guest.TO_INT, new Code().i32(7));
        int segment = module.passiveElements(seven, seven);
        int type = module.type(Guest.TO_INT);
        Code arguments = new Code().get(0).get(1).get(2);
        module.exported("init", Guest.THREE_INTS_TO_NOTHING, arguments.bulk(Op.TABLE_INIT, segment, 0));
        module.exported("drop", Guest.NOTHING, new Code().bulk(Op.ELEM_DROP, segment));
        module.exported("call", Guest.INT_TO_INT, new Code().get(0).callIndirect(type, 0));
        CoreInstance instance = Guest.start(module);

        instance.function("init").call(3, 1, 1);

        assertThat(Guest.callInt(instance, "call", 3)).isEqualTo(7);
        assertTableTrap(instance, 3, 0, 2);
        assertTableTrap(instance, 0, 1, 2);
        assertTableTrap(instance, 0, -1, 1);
        instance.function("drop").call();
        instance.function("init").call(0, 0, 0);
        assertTableTrap(instance, 0, 0, 1);
    }

    private static void assertTableTrap(CoreInstance instance, int target, int source, int count) {
        assertThatThrownBy(() -> instance.function("init").call(target, source, count))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("out of bounds table access");
    }
}
