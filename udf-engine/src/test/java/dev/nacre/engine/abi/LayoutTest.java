package dev.nacre.engine.abi;

import static dev.nacre.engine.core.CoreValueType.F32;
import static dev.nacre.engine.core.CoreValueType.F64;
import static dev.nacre.engine.core.CoreValueType.I32;
import static dev.nacre.engine.core.CoreValueType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes, alignments and flat forms as CanonicalABI.md computes them. */
class LayoutTest {
    private static final WitType U8 = PrimitiveType.U8;
    private static final WitType U16 = PrimitiveType.U16;
    private static final WitType U32 = PrimitiveType.U32;
    private static final WitType U64 = PrimitiveType.U64;
    private static final WitType STRING = PrimitiveType.STRING;

    static Stream<Arguments> scalars() {
        return Stream.of(
                golden(PrimitiveType.BOOL, 1, 1, I32),
                golden(PrimitiveType.S8, 1, 1, I32),
                golden(U8, 1, 1, I32),
                golden(PrimitiveType.S16, 2, 2, I32),
                golden(U16, 2, 2, I32),
                golden(PrimitiveType.S32, 4, 4, I32),
                golden(U32, 4, 4, I32),
                golden(PrimitiveType.S64, 8, 8, I64),
                golden(U64, 8, 8, I64),
                golden(PrimitiveType.F32, 4, 4, F32),
                golden(PrimitiveType.F64, 8, 8, F64),
                golden(PrimitiveType.CHAR, 4, 4, I32),
                golden(STRING, 8, 4, I32, I32));
    }

    static Stream<Arguments> compounds() {
        return Stream.of(
                golden(new ListType(U8), 8, 4, I32, I32),
                golden(new ListType(U64), 8, 4, I32, I32),
                golden(new MapType(STRING, U8), 8, 4, I32, I32),
                golden(new TupleType(List.of(U8, U8, U8)), 3, 1, I32, I32, I32),
                golden(new TupleType(List.of(U8, U16, U8)), 6, 2, I32, I32, I32),
                golden(new TupleType(List.of(U8, U64)), 16, 8, I32, I64),
                golden(new TupleType(List.of(U64, U8)), 16, 8, I64, I32),
                golden(record(U8, STRING, U16), 16, 4, I32, I32, I32, I32),
                golden(new OptionType(U8), 2, 1, I32, I32),
                golden(new OptionType(U64), 16, 8, I32, I64),
                golden(new OptionType(STRING), 12, 4, I32, I32, I32),
                golden(new OptionType(new OptionType(U8)), 3, 1, I32, I32, I32),
                golden(new ResultType(Optional.empty(), Optional.empty()), 1, 1, I32),
                golden(new ResultType(Optional.of(U8), Optional.empty()), 2, 1, I32, I32),
                golden(new ResultType(Optional.of(new ListType(U8)), Optional.of(STRING)), 12, 4, I32, I32, I32));
    }

    static Stream<Arguments> joins() {
        return Stream.of(
                golden(either(PrimitiveType.F32, U32), 8, 4, I32, I32),
                golden(either(PrimitiveType.F32, PrimitiveType.F32), 8, 4, I32, F32),
                golden(either(PrimitiveType.F32, U64), 16, 8, I32, I64),
                golden(either(PrimitiveType.F64, U64), 16, 8, I32, I64),
                golden(either(PrimitiveType.F64, PrimitiveType.F64), 16, 8, I32, F64),
                golden(either(PrimitiveType.F32, PrimitiveType.F64), 16, 8, I32, I64),
                golden(either(STRING, U64), 16, 8, I32, I64, I32),
                golden(either(new TupleType(List.of(U32, PrimitiveType.F64)), STRING), 24, 8, I32, I32, I64));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                golden(new EnumType(labels(1)), 1, 1, I32),
                golden(new EnumType(labels(256)), 1, 1, I32),
                golden(new EnumType(labels(257)), 2, 2, I32),
                golden(new EnumType(labels(65_536)), 2, 2, I32),
                golden(new EnumType(labels(65_537)), 4, 4, I32),
                golden(new FlagsType(labels(1)), 1, 1, I32),
                golden(new FlagsType(labels(8)), 1, 1, I32),
                golden(new FlagsType(labels(9)), 2, 2, I32),
                golden(new FlagsType(labels(16)), 2, 2, I32),
                golden(new FlagsType(labels(17)), 4, 4, I32),
                golden(new FlagsType(labels(32)), 4, 4, I32));
    }

    @ParameterizedTest
    @MethodSource({"scalars", "compounds", "joins", "names"})
    void laysTypesOutAsSpecified(WitType type, int size, int alignment, List<CoreValueType> flat) {
        Layout layout = Workbench.codec(type).layout();

        assertThat(layout).isEqualTo(new Layout(size, alignment, flat));
    }

    @Test
    void placesFieldsAtTheirAlignment() {
        List<Layout> fields = Stream.of(U8, U32, U8, U16, U64)
                .map(type -> Workbench.codec(type).layout())
                .toList();

        assertThat(RecordLayout.of(fields).offsets()).containsExactly(0, 4, 8, 10, 16);
    }

    @Test
    void keepsOneFlatValueMoreThanAnySignatureHas() {
        WitType wide = new TupleType(Collections.nCopies(40, U32));

        assertThat(Workbench.codec(wide).layout().flat()).hasSize(17);
        assertThat(Workbench.codec(new OptionType(wide)).layout().flat()).hasSize(17);
    }

    @Test
    void plansTypesThatDoubleAtEachLevelWithoutWalkingThemWhole() {
        WitType type = U8;
        for (int i = 0; i < 27; i++) {
            type = new TupleType(List.of(type, type));
        }

        assertThat(Workbench.codec(type).layout().size()).isEqualTo(1 << 27);
    }

    @Test
    void refusesValuesOf256MiB() {
        WitType type = new TupleType(List.of(U8));
        for (int i = 0; i < 28; i++) {
            type = new TupleType(List.of(type, type));
        }
        WitType large = type;

        assertThatThrownBy(() -> Workbench.codec(large))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "value type takes 268435456 bytes, expected at most 268435455; split the type or put part of it"
                                + " into a list");
    }

    private static Arguments golden(WitType type, int size, int alignment, CoreValueType... flat) {
        return Arguments.of(type, size, alignment, List.of(flat));
    }

    private static WitType either(WitType first, WitType second) {
        return new VariantType(
                List.of(new VariantType.Case("a", Optional.of(first)), new VariantType.Case("b", Optional.of(second))));
    }

    private static WitType record(WitType... types) {
        return new RecordType(IntStream.range(0, types.length)
                .mapToObj(i -> new RecordType.Field("f" + i, types[i]))
                .toList());
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
    }
}
