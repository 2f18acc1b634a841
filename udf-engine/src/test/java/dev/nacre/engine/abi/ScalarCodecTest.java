package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of fixed size: what is lifted from odd bits, and which Java values are refused. */
class ScalarCodecTest {
    private static final WitType COLOUR = new EnumType(List.of("red", "green"));
    private static final WitType RIGHTS = new FlagsType(List.of("read", "write"));
    private static final WitType NUMBER = new VariantType(List.of(
            new VariantType.Case("none", Optional.empty()),
            new VariantType.Case("whole", Optional.of(PrimitiveType.U32))));

    private final Workbench guest = new Workbench();

    static Stream<Arguments> oddBits() {
        return Stream.of(
                Arguments.of(PrimitiveType.BOOL, 2L, true),
                Arguments.of(PrimitiveType.BOOL, 0x1_0000_0000L, false),
                Arguments.of(PrimitiveType.U8, 0x1FFL, (short) 255),
                Arguments.of(PrimitiveType.S8, 0x180L, (byte) -128),
                Arguments.of(PrimitiveType.U16, 0x1_FFFFL, 65_535),
                Arguments.of(PrimitiveType.S16, 0x1_8000L, (short) -32_768),
                Arguments.of(PrimitiveType.U32, -1L, 4_294_967_295L),
                Arguments.of(PrimitiveType.S32, 0xFFFF_FFFFL, -1),
                Arguments.of(PrimitiveType.U64, -1L, -1L),
                Arguments.of(RIGHTS, 0xFFFF_FFF2L, Set.of("write")));
    }

    @ParameterizedTest
    @MethodSource("oddBits")
    void ignoresBitsAboveTheWidth(WitType type, long bits, Object expected) {
        assertThat(lift(type, bits)).isEqualTo(expected);
    }

    @Test
    void liftsEveryNanAsTheCanonicalOne() {
        Object single = lift(PrimitiveType.F32, 0xFFC1_2345L);
        Object twice = lift(PrimitiveType.F64, 0xFFF8_0000_0000_0001L);

        assertThat(Float.floatToRawIntBits((Float) single)).isEqualTo(0x7FC0_0000);
        assertThat(Double.doubleToRawLongBits((Double) twice)).isEqualTo(0x7FF8_0000_0000_0000L);
    }

    static Stream<Arguments> invalidBits() {
        return Stream.of(
                Arguments.of(PrimitiveType.CHAR, 0x11_0000L, "char 1114112 is not a Unicode scalar value"),
                Arguments.of(PrimitiveType.CHAR, 0xD800L, "char 55296 is not a Unicode scalar value"),
                Arguments.of(PrimitiveType.CHAR, 0xDFFFL, "char 57343 is not a Unicode scalar value"),
                Arguments.of(PrimitiveType.CHAR, 0xFFFF_FFFFL, "char 4294967295 is not a Unicode scalar value"),
                Arguments.of(COLOUR, 2L, "discriminant 2 of enum is invalid, expected less than 2"),
                Arguments.of(COLOUR, 0xFFFF_FFFFL, "discriminant 4294967295 of enum is invalid, expected less than 2"));
    }

    @ParameterizedTest
    @MethodSource("invalidBits")
    void refusesBitsThatAreNoValue(WitType type, long bits, String message) {
        assertThatThrownBy(() -> lift(type, bits))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ABI_VIOLATION))
                .hasMessage(message);
    }

    @Test
    void readsDiscriminantsFromMemory() {
        Codec codec = Workbench.codec(COLOUR);
        guest.memory().writeByte(64, (byte) 0xFF);

        assertThatThrownBy(() -> codec.load(guest.context(), 64))
                .hasMessage("discriminant 255 of enum is invalid, expected less than 2");
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of(PrimitiveType.S32, "1", "expected java.lang.Integer for s32, found java.lang.String"),
                Arguments.of(PrimitiveType.S64, 1, "expected java.lang.Long for s64, found java.lang.Integer"),
                Arguments.of(PrimitiveType.BOOL, 1, "expected java.lang.Boolean for bool, found java.lang.Integer"),
                Arguments.of(
                        PrimitiveType.STRING, 'c', "expected java.lang.String for string, found java.lang.Character"),
                Arguments.of(PrimitiveType.U8, (short) 256, "value 256 is out of the range of u8"),
                Arguments.of(PrimitiveType.U8, (short) -1, "value -1 is out of the range of u8"),
                Arguments.of(PrimitiveType.U16, 65_536, "value 65536 is out of the range of u16"),
                Arguments.of(PrimitiveType.U32, 4_294_967_296L, "value 4294967296 is out of the range of u32"),
                Arguments.of(PrimitiveType.CHAR, 0xD800, "value 55296 is out of the range of char"),
                Arguments.of(COLOUR, "blue", "expected one of [red, green] for enum, found 'blue'"),
                Arguments.of(RIGHTS, Set.of("admin"), "expected one of [read, write] for flags, found 'admin'"),
                Arguments.of(
                        NUMBER,
                        new VariantValue("none", 1L),
                        "expected no payload in case 'none' for variant, found java.lang.Long"),
                Arguments.of(
                        NUMBER,
                        new VariantValue("whole", "1"),
                        "case 'whole': expected java.lang.Long for u32, found java.lang.String"),
                Arguments.of(
                        new OptionType(PrimitiveType.U8),
                        (short) 1,
                        "expected java.util.Optional for option, found java.lang.Short"),
                Arguments.of(
                        new TupleType(List.of(PrimitiveType.U8, PrimitiveType.U8)),
                        List.of((short) 1),
                        "expected 2 fields for tuple, found 1"),
                Arguments.of(
                        new TupleType(List.of(PrimitiveType.U8, PrimitiveType.BOOL)),
                        List.of((short) 1, 0),
                        "field 1: expected java.lang.Boolean for bool, found java.lang.Integer"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void refusesJavaValuesOfAnotherForm(WitType type, Object value, String message) {
        Codec codec = Workbench.codec(type);

        assertThatThrownBy(() -> codec.lowerFlat(guest.context(), value, new FlatValues(16)))
                .isInstanceOfSatisfying(
                        AbiFailure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ARGUMENT_MISMATCH))
                .hasMessage(message);
        assertThatThrownBy(() -> codec.store(guest.context(), value, 64)).hasMessage(message);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> Workbench.codec(PrimitiveType.U8).lowerFlat(guest.context(), null, new FlatValues(1)))
                .hasMessage("expected java.lang.Short for u8, found null");
    }

    private Object lift(WitType type, long bits) {
        FlatValues flat = new FlatValues(new long[] {bits});
        return Workbench.codec(type).liftFlat(guest.context(), flat);
    }
}
