package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A module with two memories. */
class MultiMemoryTest {
    private static final byte[] MODULE = module();

    private LinearMemory shared;
    private CoreInstance instance;

    @BeforeEach
    void start() {
        shared = LinearMemory.create(new CoreLimits(2, OptionalLong.of(3)), Guest.context());
        instance = Guest.compile(MODULE).instantiate(List.of(shared), Guest.context());
    }

    @Test
    void putsSegmentsWhereTheyBelong() {
        assertThat(Guest.callInt(instance, "first-byte", 1)).isEqualTo('o');
        assertThat(Guest.callInt(instance, "first-byte", 0)).isEqualTo('s');
        assertThat(text(instance.memory("own"), 0, 4)).isEqualTo("own\0");
        assertThat(text(shared, 0, 6)).isEqualTo("shared");
    }

    @Test
    void exportsEachMemoryAsItself() {
        assertThat(instance.memory("shared")).isSameAs(shared);
        assertThat(instance.memory("own")).isNotSameAs(shared);
        assertThat(instance.memoryBytes()).isEqualTo(LinearMemory.PAGE_BYTES);
    }

    @Test
    void storesAndLoadsEveryWidth() {
        instance.function("store-all").call(64);

        assertThat(Double.longBitsToDouble(instance.function("sum-all").call(64)[0]))
                .isEqualTo(21);
        assertThat(instance.memory("own").readInt(68)).isEqualTo(3);
        assertThat(shared.readInt(68)).isZero();
    }

    @Test
    void copiesFillsAndInitialises() {
        instance.function("fill").call(100, 'x', 3);
        instance.function("init").call(200);
        instance.function("copy").call(300, 200, 7);

        assertThat(text(instance.memory("own"), 100, 3)).isEqualTo("xxx");
        assertThat(text(shared, 300, 7)).isEqualTo("passive");
        assertTraps(() -> instance.function("copy").call(2 * 65_536 - 1, 0, 2));
        assertTraps(() -> instance.function("copy").call(0, 65_535, 2));
        assertTraps(() -> instance.function("init").call(65_530));
    }

    @Test
    void growsOneAlone() {
        assertThat(Guest.callInt(instance, "grow", 1)).isEqualTo(1);
        assertThat(Guest.callInt(instance, "grow", 1)).isEqualTo(-1);

        assertThat(Guest.callInt(instance, "pages")).isEqualTo(22);
        instance.function("fill").call(2 * 65_536 - 1, 1, 1);
        assertTraps(() -> instance.function("fill").call(2 * 65_536 - 1, 1, 2));
    }

    @Test
    void givesItsOwnMemoryBack() {
        MemoryBudget budget = new MemoryBudget(1 << 20);
        InstanceContext context = new InstanceContext(Meter.unlimited(), budget, Limits.specification());
        CoreInstance other = Guest.compile(MODULE).instantiate(List.of(shared), context);
        assertThat(budget.heldBytes()).isEqualTo(LinearMemory.PAGE_BYTES);

        other.close();

        assertThat(budget.heldBytes()).isZero();
        assertThat(shared.pages()).isEqualTo(2);
    }

    @Test
    void isRefusedInTheSandbox() {
        assertThatThrownBy(() -> CoreModuleReader.read(MODULE, 0, MODULE.length, Limits.sandbox()))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED_FEATURE))
                .hasMessageContaining("multi-memory");
    }

    private static void assertTraps(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRAP))
                .hasMessageContaining("out of bounds memory access");
    }

    private static String text(LinearMemory memory, int from, int length) {
        return new String(Arrays.copyOfRange(memory.array(), from, from + length), StandardCharsets.ISO_8859_1);
    }

    private static byte[] module() {
        try (InputStream in = MultiMemoryTest.class.getResourceAsStream("two-memories.wasm")) {
            return Objects.requireNonNull(in, "two-memories.wasm").readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
