package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearMemoryTest {
    private static final int PAGE = LinearMemory.PAGE_BYTES;

    private static CoreInstance accessing(int offset) {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 4);
        module.export("memory", ModuleBuilder.MEMORY, 0);
        module.exported("load8", Guest.INT_TO_INT, new Code().get(0).access(Op.I32_LOAD8_U, offset));
        module.exported("load16", Guest.INT_TO_INT, new Code().get(0).access(Op.I32_LOAD16_U, offset));
        module.exported("load32", Guest.INT_TO_INT, new Code().get(0).access(Op.I32_LOAD, offset));
        module.exported(
                "load64",
                new CoreFunctionType(List.of(CoreValueType.I32), List.of(CoreValueType.I64)),
                new Code().get(0).access(Op.I64_LOAD, offset));
        module.exported(
                "store32",
                new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32), List.of()),
                new Code().get(0).get(1).access(Op.I32_STORE, offset));
        module.exported(
                "copy-double",
                new CoreFunctionType(List.of(CoreValueType.I32, CoreValueType.I32), List.of()),
                new Code().get(0).get(1).access(Op.F64_LOAD, offset).access(Op.F64_STORE, offset));
        return Guest.start(module);
    }

    private static CoreInstance bulk() {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 40);
        module.export("memory", ModuleBuilder.MEMORY, 0);
        Code arguments = new Code().get(0).get(1).get(2);
        module.exported("fill", Guest.THREE_INTS_TO_NOTHING, arguments.bulk(Op.MEMORY_FILL, 0));
        module.exported(
                "copy",
                Guest.THREE_INTS_TO_NOTHING,
                new Code().get(0).get(1).get(2).bulk(Op.MEMORY_COPY, 0, 0));
        module.exported("grow", Guest.INT_TO_INT, new Code().get(0).op(Op.MEMORY_GROW, 0));
        module.exported("size", Guest.TO_INT, new Code().op(Op.MEMORY_SIZE, 0));
        return Guest.start(module);
    }

    private static void assertTrap(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineException.class, trap -> {
            assertThat(trap.code()).isEqualTo(ErrorCode.TRAP);
            assertThat(trap).hasMessageStartingWith("out of bounds memory access");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "load8, 0, 65535, 65536",
        "load16, 0, 65534, 65535",
        "load32, 0, 65532, 65533",
        "load64, 0, 65528, 65529",
        "load32, 65532, 0, 1",
        "load32, 100, 65432, 65433"
    })
    void accessesTheLastBytesAndNoneBeyond(String function, int offset, int last, int beyond) {
        CoreFunction load = accessing(offset).function(function);

        assertThat(load.call(last)).containsExactly(0);
        assertTrap(() -> load.call(beyond));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "-4, 8",
        "-2147483648, 0",
        "2147483647, 1",
        "2147483647, 2147483647",
        "-1, -1",
        "5, -1",
        "0, -2147483648"
    })
    void takesAddressesAsUnsigned(int base, int offset) {
        CoreInstance instance = accessing(offset);

        assertTrap(() -> instance.function("load8").call(base));
        assertTrap(() -> instance.function("load64").call(base));
        assertTrap(() -> instance.function("store32").call(base, 1));
    }

    @Test
    void storesLittleEndianAndNothingPartlyOutOfBounds() {
        CoreInstance instance = accessing(0);
        LinearMemory memory = instance.memory("memory");

        instance.function("store32").call(4, 0x01020304);
        assertTrap(() -> instance.function("store32").call(PAGE - 2, -1));

        assertThat(Arrays.copyOfRange(memory.array(), 4, 8)).containsExactly(4, 3, 2, 1);
        assertThat(memory.readShort(PAGE - 2)).isZero();
        assertThat(memory.readInt(4)).isEqualTo(0x01020304);
    }

    @Test
    void keepsTheBitsOfNotANumber() {
        CoreInstance instance = accessing(0);
        LinearMemory memory = instance.memory("memory");
        long signalling = 0x7FF0_0000_0000_0001L;
        memory.writeLong(8, signalling);

        instance.function("copy-double").call(16, 8);

        assertThat(memory.readLong(16)).isEqualTo(signalling);
    }

    @Test
    void growsWithinTheDeclaredMaximum() {
        CoreInstance instance = bulk();
        instance.memory("memory").writeInt(0, 7);

        assertThat(Guest.callInt(instance, "grow", 0)).isEqualTo(1);
        assertThat(Guest.callInt(instance, "grow", 2)).isEqualTo(1);
        assertThat(Guest.callInt(instance, "size")).isEqualTo(3);
        for (int refused : new int[] {38, 65535, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(Guest.callInt(instance, "grow", refused))
                    .as("grow by %s", refused)
                    .isEqualTo(-1);
        }
        assertThat(Guest.callInt(instance, "grow", 37)).isEqualTo(3);
        assertThat(instance.memory("memory").byteLength()).isEqualTo(40 * PAGE);
        assertThat(instance.memory("memory").readInt(0)).isEqualTo(7);
        assertThat(instance.memoryBytes()).isEqualTo(40L * PAGE);
    }

    @Test
    void refusesGrowthBeyondTheBudgetAndGivesAllBack() {
        MemoryBudget query = new MemoryBudget(5 * PAGE);
        CompiledModule compiled = Guest.compile(growing());

        try (CoreInstance first = compiled.instantiate(List.of(), with(query.part(4 * PAGE)));
                CoreInstance second = compiled.instantiate(List.of(), with(query.part(4 * PAGE)))) {
            assertThat(Guest.callInt(first, "grow", 4)).isEqualTo(-1);
            assertThat(Guest.callInt(first, "grow", 2)).isEqualTo(1);
            assertThat(Guest.callInt(second, "grow", 2)).isEqualTo(-1);
            assertThat(Guest.callInt(second, "grow", 1)).isEqualTo(1);
            assertThat(query.heldBytes()).isEqualTo(5 * PAGE);
        }
        assertThat(query.heldBytes()).isZero();
    }

    @Test
    void refusesToStartBeyondTheBudget() {
        MemoryBudget query = new MemoryBudget(PAGE);
        ModuleBuilder module = new ModuleBuilder();
        module.memory(2, 2);
        CompiledModule compiled = Guest.compile(module);

        assertThatThrownBy(() -> compiled.instantiate(List.of(), with(query)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MEMORY_LIMIT))
                .hasMessage("the guest starts with 2 pages of 64 KiB of memory, at most 65536 bytes allowed"
                        + " (setting memory)");
        assertThat(query.heldBytes()).isZero();
    }

    /** Growing costs fuel by the bytes; whoever is stopped by it has taken nothing. */
    @Test
    void givesBackWhatAStoppedGrowthReserved() {
        MemoryBudget server = new MemoryBudget(40 * PAGE);
        CompiledModule compiled = Guest.compile(growing());

        for (int i = 0; i < 10; i++) {
            Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), 1000);
            InstanceContext context = new InstanceContext(meter, server.part(40 * PAGE), Limits.specification());
            try (CoreInstance instance = compiled.instantiate(List.of(), context)) {
                assertThatThrownBy(() -> Guest.callInt(instance, "grow", 20))
                        .isInstanceOfSatisfying(
                                EngineException.class,
                                stop -> assertThat(stop.code()).isEqualTo(ErrorCode.OUT_OF_FUEL));
                assertThat(server.heldBytes()).isEqualTo(PAGE);
            }
            assertThat(server.heldBytes()).isZero();
        }
    }

    /** Whoever has no fuel left cannot even start, and holds nothing. */
    @Test
    void givesBackWhatAStoppedStartReserved() {
        MemoryBudget server = new MemoryBudget(PAGE);
        Meter meter = new Meter(Duration.ofMinutes(1), Optional.empty(), 0);
        InstanceContext context = new InstanceContext(meter, server.part(PAGE), Limits.specification());
        CompiledModule compiled = Guest.compile(growing());

        assertThatThrownBy(() -> compiled.instantiate(List.of(), context))
                .isInstanceOfSatisfying(
                        EngineException.class, stop -> assertThat(stop.code()).isEqualTo(ErrorCode.OUT_OF_FUEL));

        assertThat(server.heldBytes()).isZero();
    }

    private static ModuleBuilder growing() {
        ModuleBuilder module = new ModuleBuilder();
        module.memory(1, 40);
        module.exported("grow", Guest.INT_TO_INT, new Code().get(0).op(Op.MEMORY_GROW, 0));
        return module;
    }

    private static InstanceContext with(MemoryBudget budget) {
        return new InstanceContext(Meter.unlimited(), budget, Limits.specification());
    }

    @Test
    void checksBulkRangesBeforeWriting() {
        CoreInstance instance = bulk();

        for (int[] range : new int[][] {{PAGE, 1}, {PAGE + 1, 0}, {0, PAGE + 1}, {1, PAGE}, {-1, 1}, {1, -1}}) {
            assertTrap(() -> instance.function("fill").call(range[0], 1, range[1]));
            assertTrap(() -> instance.function("copy").call(range[0], 0, range[1]));
            assertTrap(() -> instance.function("copy").call(0, range[0], range[1]));
        }
        instance.function("fill").call(PAGE, 1, 0);
        instance.function("copy").call(PAGE, PAGE, 0);
        assertThat(instance.memory("memory").array()).containsOnly(0);
    }

    @Test
    void fillsAndCopiesAcrossSlices() {
        CoreInstance instance = bulk();
        Guest.callInt(instance, "grow", 39);
        byte[] expected = new byte[40 * PAGE];
        new Random(7).nextBytes(expected);
        System.arraycopy(expected, 0, instance.memory("memory").array(), 0, expected.length);

        for (int[] move : new int[][] {{0, 3, 2_500_000}, {3, 0, 2_500_000}, {1_000_000, 10, 1_500_001}, {5, 5, 9}}) {
            instance.function("copy").call(move[0], move[1], move[2]);
            System.arraycopy(expected, move[1], expected, move[0], move[2]);
        }
        instance.function("fill").call(17, 0x1FF, 2_200_000);
        Arrays.fill(expected, 17, 17 + 2_200_000, (byte) 0xFF);

        assertThat(instance.memory("memory").array()).isEqualTo(expected);
    }

    @Test
    void checksAccessesOfTheHost() {
        LinearMemory memory = LinearMemory.create(new CoreLimits(1, OptionalLong.empty()), Guest.context());

        memory.writeDouble(PAGE - 8, 1.5);
        memory.writeFloat(0, 2.5f);
        memory.writeShort(4, (short) -2);
        memory.writeByte(6, (byte) 9);
        memory.writeLong(8, -1);

        assertThat(memory.readDouble(PAGE - 8)).isEqualTo(1.5);
        assertThat(memory.readFloat(0)).isEqualTo(2.5f);
        assertThat(memory.readShort(4)).isEqualTo((short) -2);
        assertThat(memory.readByte(6)).isEqualTo((byte) 9);
        assertThat(memory.contains(0, PAGE)).isTrue();
        assertThat(memory.contains(-1, -1)).isFalse();
        assertTrap(() -> memory.readLong(PAGE - 7));
        assertTrap(() -> memory.readByte(-1));
        assertTrap(() -> memory.writeInt(PAGE - 3, 1));
        assertTrap(() -> memory.checked(1, -1));
    }
}
