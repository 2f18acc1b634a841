package dev.nacre.engine.validate;

import static dev.nacre.engine.core.CoreValueType.F64;
import static dev.nacre.engine.core.CoreValueType.I32;
import static dev.nacre.engine.core.CoreValueType.I64;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypeMeasureTest {
    private final ValidationContext context = new ValidationContext(Limits.specification(), (offset, length) -> {
        throw new AssertionError("no core modules here");
    });

    @Test
    void laysOutRecordsWithPadding() {
        TypeFacts facts = of(record(PrimitiveType.U8, PrimitiveType.U64, PrimitiveType.U16));

        assertThat(facts.byteSize()).isEqualTo(24);
        assertThat(facts.alignment()).isEqualTo(8);
        assertThat(facts.flat()).containsExactly(I32, I64, I32);
    }

    @Test
    void joinsTheFlatTypesOfCases() {
        assertThat(of(variant(PrimitiveType.S32, PrimitiveType.F32)).flat()).containsExactly(I32, I32);
        assertThat(of(variant(PrimitiveType.F64, PrimitiveType.F64)).flat()).containsExactly(I32, F64);
        assertThat(of(variant(PrimitiveType.F64, PrimitiveType.F32)).flat()).containsExactly(I32, I64);
        assertThat(of(variant(PrimitiveType.STRING, PrimitiveType.F64)).flat()).containsExactly(I32, I64, I32);
        assertThat(of(new ResultType(Optional.empty(), Optional.empty())).flat())
                .containsExactly(I32);
    }

    @Test
    void sizesDiscriminantsByTheCountOfCases() {
        assertThat(of(enumeration(256)).byteSize()).isEqualTo(1);
        assertThat(of(enumeration(257)).byteSize()).isEqualTo(2);
        assertThat(of(new OptionType(PrimitiveType.U64)).byteSize()).isEqualTo(16);
        assertThat(of(new OptionType(PrimitiveType.STRING)).byteSize()).isEqualTo(24);
    }

    @Test
    void sizesFlagsByTheirCount() {
        assertThat(of(flags(8)).byteSize()).isEqualTo(1);
        assertThat(of(flags(9)).byteSize()).isEqualTo(2);
        assertThat(of(flags(17)).byteSize()).isEqualTo(4);
    }

    @Test
    void measuresTypesThatShareTheirPartsInNoTime() {
        WitType type = PrimitiveType.U8;
        for (int level = 0; level < 60; level++) {
            type = new TupleType(List.of(type, type));
        }

        TypeFacts facts = of(type);

        assertThat(facts.size()).isEqualTo((1L << 61) - 1);
        assertThat(facts.depth()).isEqualTo(61);
        assertThat(facts.flat()).hasSize(TypeFacts.FLAT_LIMIT);
    }

    private TypeFacts of(WitType type) {
        return context.types().of(type);
    }

    private static RecordType record(PrimitiveType... types) {
        return new RecordType(IntStream.range(0, types.length)
                .mapToObj(index -> new RecordType.Field("f" + index, types[index]))
                .toList());
    }

    private static VariantType variant(PrimitiveType... types) {
        return new VariantType(IntStream.range(0, types.length)
                .mapToObj(index -> new VariantType.Case("c" + index, Optional.of(types[index])))
                .toList());
    }

    private static EnumType enumeration(int count) {
        return new EnumType(labels(count));
    }

    private static FlagsType flags(int count) {
        return new FlagsType(labels(count));
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(index -> "l" + index).toList();
    }
}
