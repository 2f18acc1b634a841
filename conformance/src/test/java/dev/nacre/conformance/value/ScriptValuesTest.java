package dev.nacre.conformance.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.script.Value;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptValuesTest {
    private static final WitType COLOR = new EnumType(List.of("red", "green"));
    private static final WitType RIGHTS = new FlagsType(List.of("r", "w", "x"));
    private static final WitType SHAPE = new VariantType(List.of(
            new VariantType.Case("none", Optional.empty()),
            new VariantType.Case("size", Optional.of(PrimitiveType.U8))));
    private static final WitType POINT = new RecordType(
            List.of(new RecordType.Field("x", PrimitiveType.S8), new RecordType.Field("y", PrimitiveType.STRING)));
    private static final WitType OUTCOME = new ResultType(Optional.of(PrimitiveType.U8), Optional.empty());

    /** Reads JSON whose quotes are written {@code '}. */
    private static Value value(String json) {
        try {
            return Value.of(new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static @Nullable Object read(WitType type, String json) {
        FunctionType function =
                new FunctionType(List.of(new FunctionType.Parameter("x", type)), Optional.empty(), false);
        return ScriptValues.arguments(List.of(value(json)), function)[0];
    }

    private static void compare(WitType type, String expected, Object found) {
        ScriptValues.requireResults(
                List.of(value(expected)), new FunctionType(List.of(), Optional.of(type), false), found);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(PrimitiveType.BOOL, "{'type':'bool','value':true}", true),
                Arguments.of(PrimitiveType.S8, "{'type':'s8','value':'-128'}", (byte) -128),
                Arguments.of(PrimitiveType.U8, "{'type':'u8','value':'255'}", (short) 255),
                Arguments.of(PrimitiveType.S16, "{'type':'s16','value':'-32768'}", (short) -32768),
                Arguments.of(PrimitiveType.U16, "{'type':'u16','value':'65535'}", 65535),
                Arguments.of(PrimitiveType.S32, "{'type':'s32','value':'-2147483648'}", Integer.MIN_VALUE),
                Arguments.of(PrimitiveType.U32, "{'type':'u32','value':'4294967295'}", 4294967295L),
                Arguments.of(PrimitiveType.S64, "{'type':'s64','value':'-9223372036854775808'}", Long.MIN_VALUE),
                Arguments.of(PrimitiveType.U64, "{'type':'u64','value':'18446744073709551615'}", -1L),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'1065353216'}", 1.0f),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'2147483648'}", -0.0f),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'nan:canonical'}", Float.NaN),
                Arguments.of(PrimitiveType.F64, "{'type':'f64','value':'4607182418800017408'}", 1.0),
                Arguments.of(PrimitiveType.F64, "{'type':'f64','value':'nan:arithmetic'}", Double.NaN),
                Arguments.of(PrimitiveType.CHAR, "{'type':'char','value':'\ud83e\udd80'}", 0x1f980),
                Arguments.of(PrimitiveType.STRING, "{'type':'string','value':'x'}", "x"),
                Arguments.of(
                        new ListType(PrimitiveType.S8),
                        "{'type':'list','value':[{'type':'s8','value':'1'}]}",
                        List.of((byte) 1)),
                Arguments.of(
                        POINT,
                        "{'type':'record','value':[['x',{'type':'s8','value':'1'}],['y',{'type':'string','value':''}]]}",
                        List.of((byte) 1, "")),
                Arguments.of(
                        new TupleType(List.of(PrimitiveType.BOOL)),
                        "{'type':'tuple','value':[{'type':'bool','value':false}]}",
                        List.of(false)),
                Arguments.of(SHAPE, "{'type':'variant','value':{'case':'none'}}", new VariantValue("none", null)),
                Arguments.of(
                        SHAPE,
                        "{'type':'variant','value':{'case':'size','payload':{'type':'u8','value':'7'}}}",
                        new VariantValue("size", (short) 7)),
                Arguments.of(COLOR, "{'type':'enum','value':'green'}", "green"),
                Arguments.of(RIGHTS, "{'type':'flags','value':['x','r']}", Set.of("r", "x")),
                Arguments.of(new OptionType(PrimitiveType.BOOL), "{'type':'option','value':null}", Optional.empty()),
                Arguments.of(
                        new OptionType(PrimitiveType.BOOL),
                        "{'type':'option','value':{'type':'bool','value':true}}",
                        Optional.of(true)),
                Arguments.of(
                        OUTCOME, "{'type':'result','value':{'Ok':{'type':'u8','value':'7'}}}", ResultValue.ok((short)
                                7)),
                Arguments.of(OUTCOME, "{'type':'result','value':{'Err':null}}", ResultValue.error(null)),
                Arguments.of(
                        new MapType(PrimitiveType.STRING, PrimitiveType.BOOL),
                        "{'type':'map','value':[[{'type':'string','value':'k'},{'type':'bool','value':true}]]}",
                        List.of(List.of("k", true))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void givesJavaFormAndTakesItAsExpected(WitType type, String json, Object form) {
        assertThat(read(type, json)).isEqualTo(form);
        assertThatCode(() -> compare(type, json, form)).doesNotThrowAnyException();
    }

    @Test
    void givesBytesAsArray() {
        assertThat(read(
                        new ListType(PrimitiveType.U8),
                        "{'type':'list','value':[{'type':'u8','value':'1'},{'type':'u8','value':'255'}]}"))
                .isEqualTo(new byte[] {1, -1});
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                Arguments.of(PrimitiveType.U8, "{'type':'s8','value':'1'}"),
                Arguments.of(PrimitiveType.U8, "{'type':'u8','value':'256'}"),
                Arguments.of(PrimitiveType.U8, "{'type':'u8','value':'-1'}"),
                Arguments.of(PrimitiveType.U8, "{'type':'u8','value':1}"),
                Arguments.of(PrimitiveType.U8, "{'type':'u8','value':'one'}"),
                Arguments.of(PrimitiveType.U8, "{'type':'u8'}"),
                Arguments.of(PrimitiveType.S64, "{'type':'s64','value':'9223372036854775808'}"),
                Arguments.of(PrimitiveType.U64, "{'type':'u64','value':'18446744073709551616'}"),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'1.5'}"),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'4294967296'}"),
                Arguments.of(PrimitiveType.BOOL, "{'type':'bool','value':'true'}"),
                Arguments.of(PrimitiveType.CHAR, "{'type':'char','value':''}"),
                Arguments.of(PrimitiveType.CHAR, "{'type':'char','value':'ab'}"),
                Arguments.of(PrimitiveType.STRING, "{'type':'string','value':null}"),
                Arguments.of(new ListType(PrimitiveType.S8), "{'type':'list','value':{}}"),
                Arguments.of(new ListType(PrimitiveType.S8), "{'type':'list','value':[{'type':'u8','value':'1'}]}"),
                Arguments.of(POINT, "{'type':'record','value':[['x',{'type':'s8','value':'1'}]]}"),
                Arguments.of(
                        POINT,
                        "{'type':'record','value':[['y',{'type':'s8','value':'1'}],['x',{'type':'string','value':''}]]}"),
                Arguments.of(SHAPE, "{'type':'variant','value':{'case':'other'}}"),
                Arguments.of(SHAPE, "{'type':'variant','value':{'case':'size'}}"),
                Arguments.of(SHAPE, "{'type':'variant','value':{'case':'none','payload':{'type':'u8','value':'1'}}}"),
                Arguments.of(COLOR, "{'type':'enum','value':'blue'}"),
                Arguments.of(RIGHTS, "{'type':'flags','value':['q']}"),
                Arguments.of(OUTCOME, "{'type':'result','value':{}}"),
                Arguments.of(OUTCOME, "{'type':'result','value':{'Ok':null}}"),
                Arguments.of(OUTCOME, "{'type':'result','value':{'Err':{'type':'u8','value':'1'}}}"),
                Arguments.of(new OwnType(new ResourceType("r")), "{'type':'u32','value':'1'}"),
                Arguments.of(new StreamType(Optional.empty()), "{'type':'u32','value':'1'}"));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void refusesValueThatIsNotOfTheType(WitType type, String json) {
        assertThatThrownBy(() -> read(type, json))
                .isInstanceOfSatisfying(
                        ConformanceException.class,
                        refusal -> assertThat(refusal.code())
                                .isIn(ConformanceException.Code.VALUE_MISMATCH, ConformanceException.Code.MALFORMED));
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'2147483648'}", 0.0f),
                Arguments.of(PrimitiveType.F64, "{'type':'f64','value':'0'}", -0.0),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'2143289345'}", Float.NaN),
                Arguments.of(PrimitiveType.F32, "{'type':'f32','value':'nan:canonical'}", 1.0f),
                Arguments.of(
                        PrimitiveType.F32, "{'type':'f32','value':'nan:canonical'}", Float.intBitsToFloat(0x7fc00001)),
                Arguments.of(
                        PrimitiveType.F64,
                        "{'type':'f64','value':'nan:arithmetic'}",
                        Double.longBitsToDouble(0x7ff0000000000001L)),
                Arguments.of(PrimitiveType.U32, "{'type':'u32','value':'1'}", 1),
                Arguments.of(PrimitiveType.STRING, "{'type':'string','value':'x'}", "X"),
                Arguments.of(new ListType(PrimitiveType.U8), "{'type':'list','value':[]}", new byte[] {0}),
                Arguments.of(new ListType(PrimitiveType.U8), "{'type':'list','value':[]}", List.of()),
                Arguments.of(new ListType(PrimitiveType.S8), "{'type':'list','value':[]}", List.of((byte) 1)),
                Arguments.of(RIGHTS, "{'type':'flags','value':['r']}", Set.of("r", "w")),
                Arguments.of(SHAPE, "{'type':'variant','value':{'case':'none'}}", new VariantValue("size", (short) 1)),
                Arguments.of(
                        new OptionType(PrimitiveType.U8), "{'type':'option','value':null}", Optional.of((short) 1)),
                Arguments.of(OUTCOME, "{'type':'result','value':{'Err':null}}", ResultValue.ok((short) 7)));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void refusesAnotherResult(WitType type, String expected, Object found) {
        assertThatThrownBy(() -> compare(type, expected, found))
                .isInstanceOfSatisfying(
                        ConformanceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ConformanceException.Code.UNEXPECTED_RESULT))
                .hasMessageMatching("(?s)expected .+, found .+");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7fc00000, 0xffc00000, 0x7fc00001})
    void takesEveryQuietNanForArithmetic(int bits) {
        assertThatCode(() -> compare(
                        PrimitiveType.F32, "{'type':'f32','value':'nan:arithmetic'}", Float.intBitsToFloat(bits)))
                .doesNotThrowAnyException();
    }

    @Test
    void cutsLongValuesOffInMessages() {
        assertThatThrownBy(() ->
                        compare(new ListType(PrimitiveType.U8), "{'type':'list','value':[]}", new byte[1_000_000]))
                .hasMessageStartingWith("expected 0 bytes, found 1000000 bytes 0 0 ")
                .message()
                .hasSizeLessThan(1_000);
    }

    /** A few types that name each other twice are endless when written out. */
    @Test
    void saysWhichCasesThereAreAndNotAllOfTheirTypes() {
        WitType type = PrimitiveType.U8;
        for (int level = 0; level < 16; level++) {
            type = new TupleType(List.of(type, type));
        }
        WitType variant = new VariantType(
                List.of(new VariantType.Case("a", Optional.of(type)), new VariantType.Case("b", Optional.empty())));

        assertThatThrownBy(() -> read(variant, "{'type':'variant','value':{'case':'c'}}"))
                .hasMessage("argument 1: expected one of [a, b], found 'c'");
    }
}
