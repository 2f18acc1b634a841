package dev.nacre.engine.core;

import static dev.nacre.engine.core.Wasm.bytes;
import static dev.nacre.engine.core.Wasm.join;
import static dev.nacre.engine.core.Wasm.module;
import static dev.nacre.engine.core.Wasm.name;
import static dev.nacre.engine.core.Wasm.section;
import static dev.nacre.engine.core.Wasm.sized;
import static dev.nacre.engine.core.Wasm.times;
import static dev.nacre.engine.core.Wasm.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.core.ConstantExpression.Arithmetic;
import dev.nacre.engine.core.ConstantExpression.Global;
import dev.nacre.engine.core.ConstantExpression.Null;
import dev.nacre.engine.core.ConstantExpression.Value;
import dev.nacre.engine.core.ModuleLayout.ComputedData;
import dev.nacre.engine.core.ModuleLayout.ElementSegment;
import dev.nacre.engine.core.ModuleLayout.FixedData;
import dev.nacre.engine.core.ModuleLayout.Functions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What instances need of a module beside its code. */
class ModuleLayoutTest {
    private static final byte[] MEMORIES = section(5, vector(bytes(0, 1), bytes(0, 1)));
    private static final byte[] IMPORTED_GLOBAL = section(2, vector(join(name("m"), name("g"), bytes(3, 0x7f, 0))));

    private static ModuleLayout read(byte[]... sections) {
        byte[] module = module(sections);
        return CoreModuleReader.read(module, 0, module.length, Limits.specification())
                .layout();
    }

    private static byte[] at(int offset, int... content) {
        return join(bytes(0, 0x41, offset, 0x0b), sized(bytes(content)));
    }

    @Test
    void keepsSegmentsAtConstantOffsetsTogetherInTheirOrder() {
        ModuleLayout layout = read(MEMORIES, section(11, vector(at(8, 1, 2), at(4), at(9, 3), at(0x7f, 4, 5))));

        assertThat(layout.data().active()).hasSize(1).first().isInstanceOfSatisfying(FixedData.class, data -> {
            assertThat(data.memory()).isZero();
            assertThat(data.offsets()).containsExactly(8, 4, 9, -1);
            assertThat(data.ends()).containsExactly(2, 2, 3, 5);
            assertThat(data.bytes()).containsExactly(1, 2, 3, 4, 5);
        });
        assertThat(layout.data().passive()).isEmpty();
    }

    @Test
    void keepsTheOrderOfSegmentsOfDifferentKinds() {
        byte[] computed = join(bytes(0, 0x23, 0, 0x41, 1, 0x6a, 0x0b), sized(bytes(7)));
        byte[] ofTheSecond = join(bytes(2, 1, 0x41, 5, 0x0b), sized(bytes(8)));
        byte[] passive = join(bytes(1), sized(bytes(9, 9)));
        ModuleLayout layout = read(
                IMPORTED_GLOBAL,
                MEMORIES,
                section(11, vector(at(1, 1), computed, at(2, 2), passive, at(3, 3), ofTheSecond, at(4, 4))));

        assertThat(layout.data().active())
                .extracting(data -> data instanceof FixedData fixed ? fixed.offsets() : data.getClass())
                .containsExactly(new int[] {1}, ComputedData.class, new int[] {2, 3}, new int[] {5}, new int[] {4});
        assertThat(layout.data().active())
                .extracting(ModuleLayout.ActiveData::memory)
                .containsExactly(0, 0, 0, 1, 0);
        assertThat(((ComputedData) layout.data().active().get(1)).offset().steps())
                .containsExactly(new Global(0), new Value(1), Arithmetic.I32_ADD);
        assertThat(layout.data().passive()).containsExactly(new byte[0], new byte[0], new byte[0], new byte[] {9, 9});
    }

    /** As Go's linker makes them. */
    @Test
    void keepsTensOfThousandsOfSegmentsInAFewObjects() {
        ModuleLayout layout = read(MEMORIES, section(11, times(100_000, at(16, 1, 2, 3))));

        assertThat(layout.data().active()).hasSize(1).first().isInstanceOfSatisfying(FixedData.class, data -> {
            assertThat(data.offsets()).hasSize(100_000).containsOnly(16);
            assertThat(data.ends()).hasSize(100_000).endsWith(300_000);
            assertThat(data.bytes()).hasSize(300_000);
        });
    }

    @Test
    void hasGlobalsWithWhatTheyStartAs() {
        ModuleLayout layout = read(
                IMPORTED_GLOBAL,
                section(
                        6,
                        vector(
                                bytes(0x7f, 1, 0x41, 0x7f, 0x0b),
                                bytes(0x7e, 0, 0x42, 0x80, 0x7f, 0x0b),
                                bytes(0x7d, 0, 0x43, 1, 2, 3, 0x84, 0x0b),
                                bytes(0x7c, 0, 0x44, 1, 2, 3, 4, 5, 6, 7, 0x88, 0x0b),
                                bytes(0x70, 0, 0xd0, 0x70, 0x0b),
                                bytes(0x7f, 0, 0x23, 0, 0x0b))));

        assertThat(layout.globals())
                .extracting(global -> global.start().steps())
                .containsExactly(
                        List.of(new Value(-1)),
                        List.of(new Value(-128)),
                        List.of(new Value(0x84030201)),
                        List.of(new Value(0x8807060504030201L)),
                        List.of(new Null()),
                        List.of(new Global(0)));
        assertThat(layout.globals().get(0).type()).isEqualTo(new CoreExternType.Global(CoreValueType.I32, true));
    }

    @Test
    void keepsPassiveElementsAndNoOthers() {
        ModuleLayout layout = read(
                section(1, vector(Wasm.NOTHING_TYPE)),
                section(3, vector(bytes(0))),
                section(4, vector(bytes(0x70, 0, 2))),
                section(
                        9,
                        vector(
                                bytes(0, 0x41, 1, 0x0b, 1, 0),
                                bytes(1, 0, 1, 0),
                                bytes(3, 0, 1, 0),
                                join(bytes(5, 0x70), vector(bytes(0xd2, 0, 0x0b), bytes(0xd0, 0x70, 0x0b))))),
                section(10, vector(Wasm.body())));

        assertThat(layout.elements()).extracting(ElementSegment::kept).containsExactly(false, true, false, true);
        assertThat(layout.elements())
                .extracting(segment -> segment.target().isPresent())
                .containsExactly(true, false, false, false);
        assertThat(layout.elements())
                .extracting(segment -> segment.items().count())
                .containsExactly(1, 1, 1, 2);
        assertThat(layout.elements().get(0).items()).isInstanceOf(Functions.class);
        assertThat(layout.elements().get(3).items()).isInstanceOf(ModuleLayout.Expressions.class);
    }
}
