package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.sandbox.MemoryBudget;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.NumberList;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.WitType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists: copied in one go where they can be, and guests and hosts that lie about them. */
class ListCodecTest {
    private static final int MEMORY_BYTES = Workbench.PAGES * 65_536;
    private static final WitType BYTES = new ListType(PrimitiveType.U8);
    private static final WitType LONGS = new ListType(PrimitiveType.S64);
    private static final WitType PAIRS = new ListType(new TupleType(List.of(PrimitiveType.U8, PrimitiveType.U32)));

    private final Workbench guest = new Workbench();

    static Stream<Arguments> lies() {
        String outOfBounds =
                "list out of bounds of memory: pointer %s, length %s, memory of " + MEMORY_BYTES + " bytes";
        return Stream.of(
                Arguments.of(BYTES, MEMORY_BYTES - 1, 2, outOfBounds.formatted(MEMORY_BYTES - 1, 2)),
                Arguments.of(BYTES, -8, 16, outOfBounds.formatted(4_294_967_288L, 16)),
                Arguments.of(BYTES, MEMORY_BYTES + 1, 0, outOfBounds.formatted(MEMORY_BYTES + 1, 0)),
                Arguments.of(BYTES, 0, -1, "list of 4294967295 bytes, expected at most 268435455"),
                Arguments.of(LONGS, 0, 1 << 29, "list of 4294967296 bytes, expected at most 268435455"),
                Arguments.of(LONGS, 0, -1, "list of 34359738360 bytes, expected at most 268435455"),
                Arguments.of(LONGS, 4, 0, "list not aligned: pointer 4, expected a multiple of 8"),
                Arguments.of(PAIRS, 2, 1, "list not aligned: pointer 2, expected a multiple of 4"),
                Arguments.of(PAIRS, MEMORY_BYTES - 4, 1, outOfBounds.formatted(MEMORY_BYTES - 4, 8)));
    }

    @Test
    void takesFuelForWhatItCopies() {
        Meter meter = new Meter(Duration.ofSeconds(30), Optional.empty(), 1_000_000);
        Store store = new Store(Limits.sandbox(), meter, new MemoryBudget(0));
        AbiContext context = new AbiContext(
                new InstanceState(store, null), guest.memory(), (pointer, bytes, alignment, wanted) -> 0);
        long before = meter.fuelLeft();

        Workbench.codec(BYTES).liftFlat(context, new FlatValues(new long[] {0, 1 << 20}));

        assertThat(before - meter.fuelLeft()).isEqualTo(1 << 10);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void refusesRangesThatAreNotThere(WitType type, int pointer, int length, String message) {
        FlatValues flat = new FlatValues(new long[] {pointer, length});

        assertThatThrownBy(() -> Workbench.codec(type).liftFlat(guest.context(), flat))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage(message);
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(PrimitiveType.S8, new byte[] {1, -2}, List.of((byte) 1, (byte) -2)),
                Arguments.of(PrimitiveType.U16, new short[] {1, -2}, List.of(1, 65_534)),
                Arguments.of(PrimitiveType.S32, new int[] {1, -2}, List.of(1, -2)),
                Arguments.of(PrimitiveType.U32, new int[] {1, -2}, List.of(1L, 4_294_967_294L)),
                Arguments.of(PrimitiveType.S64, new long[] {1, -2}, List.of(1L, -2L)),
                Arguments.of(PrimitiveType.F32, new float[] {1, -2}, List.of(1F, -2F)),
                Arguments.of(PrimitiveType.F64, new double[] {1, -2}, List.of(1D, -2D)));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void takesPrimitiveArrays(PrimitiveType element, Object array, List<Object> expected) {
        Codec codec = Workbench.codec(new ListType(element));
        FlatValues flat = new FlatValues(2);

        codec.lowerFlat(guest.context(), array, flat);
        flat.rewind();

        assertThat(codec.liftFlat(guest.context(), flat)).isEqualTo(expected);
    }

    @Test
    void writesOneForEveryTrueThatAnotherGuestWroteOtherwise() {
        Codec codec = Workbench.codec(new ListType(PrimitiveType.BOOL));
        guest.memory().writeInt(100, 0x80_02_00_01);
        Object lifted = codec.liftFlat(guest.context(), new FlatValues(new long[] {100, 4}));
        FlatValues flat = new FlatValues(2);

        codec.lowerFlat(guest.context(), lifted, flat);

        assertThat(guest.memory().readInt((int) flat.array()[0])).isEqualTo(0x01_01_00_01);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void givesPrimitiveArraysBack(PrimitiveType element, Object array) {
        Codec codec = Workbench.codec(new ListType(element));
        FlatValues flat = new FlatValues(2);
        codec.lowerFlat(guest.context(), array, flat);
        flat.rewind();

        NumberList lifted = (NumberList) codec.liftFlat(guest.context(), flat);

        assertThat((Object) lifted.toArray(array.getClass())).isEqualTo(array);
    }

    @Test
    void copiesToNoArrayOfAnotherKind() {
        Codec codec = Workbench.codec(LONGS);
        NumberList lifted = (NumberList) codec.liftFlat(guest.context(), new FlatValues(new long[] {0, 0}));

        assertThatThrownBy(() -> lifted.toArray(double[].class))
                .hasMessage("list<s64> cannot be copied to double[]; take the array of the element's width and kind, or"
                        + " the list itself");
    }

    @Test
    void takesNoArrayForBools() {
        Codec codec = Workbench.codec(new ListType(PrimitiveType.BOOL));

        assertThatThrownBy(() -> codec.lowerFlat(guest.context(), new byte[] {2}, new FlatValues(2)))
                .hasMessage("expected java.util.List for list<bool>, found [B");
    }

    @Test
    void refusesArraysOfAnotherWidth() {
        Codec codec = Workbench.codec(LONGS);

        assertThatThrownBy(() -> codec.lowerFlat(guest.context(), new int[1], new FlatValues(2)))
                .hasMessage("expected java.util.List for list<s64>, found [I");
    }

    @Test
    void namesTheElementThatDoesNotFit() {
        Codec codec = Workbench.codec(LONGS);

        assertThatThrownBy(() -> codec.lowerFlat(guest.context(), List.of(1L, 2), new FlatValues(2)))
                .hasMessage("element 1: expected java.lang.Long for s64, found java.lang.Integer");
    }

    static Stream<Arguments> lyingAllocators() {
        return Stream.of(
                Arguments.of(
                        MEMORY_BYTES - 8,
                        "memory from realloc out of bounds of memory: pointer 2097144, length 16, memory of 2097152 bytes"),
                Arguments.of(
                        -8,
                        "memory from realloc out of bounds of memory: pointer 4294967288, length 16, memory of 2097152 bytes"),
                Arguments.of(12, "memory from realloc not aligned: pointer 12, expected a multiple of 8"));
    }

    @ParameterizedTest
    @MethodSource("lyingAllocators")
    void refusesMemoryThatIsNotThere(int pointer, String message) {
        AbiContext context = guest.contextWith((oldPointer, oldBytes, alignment, newBytes) -> pointer);

        assertThatThrownBy(() -> Workbench.codec(LONGS).lowerFlat(context, new long[2], new FlatValues(2)))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage(message);
    }

    @Test
    void readsTheMemoryAgainAfterTheAllocatorGrewIt() {
        AbiContext context = guest.contextWith((oldPointer, oldBytes, alignment, newBytes) -> {
            guest.memory().grow(1);
            return MEMORY_BYTES;
        });
        Codec codec = Workbench.codec(BYTES);
        FlatValues flat = new FlatValues(2);

        codec.lowerFlat(context, new byte[] {7, 8}, flat);
        flat.rewind();

        assertThat((byte[]) codec.liftFlat(context, flat)).containsExactly(7, 8);
    }

    @Test
    void countsTheObjectsThatAListBecomes() {
        Workbench narrow = new Workbench(Limits.sandbox().with(Setting.OUTPUT_BYTES, 100_000));
        Codec codec = Workbench.codec(new ListType(new OptionType(PrimitiveType.U8)));
        FlatValues flat = new FlatValues(new long[] {0, 10_000});

        assertThatThrownBy(() -> codec.liftFlat(narrow.context(), flat))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT));
    }
}
