package dev.nacre.engine.hostile;

import static dev.nacre.engine.hostile.ValueLie.PLACE;
import static dev.nacre.engine.hostile.ValueLie.outOfBounds;

import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
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
import java.util.stream.Stream;

/** The lies about single values. Each is told in every place where a value crosses a boundary. */
final class ValueLies {
    private static final int TOP = 0x8000_0000;
    private static final WitType STRING = PrimitiveType.STRING;
    private static final WitType CHAR = PrimitiveType.CHAR;
    private static final WitType BYTES = new ListType(PrimitiveType.U8);
    private static final WitType ENUM = new EnumType(List.of("red", "green", "blue"));
    private static final WitType VARIANT = new VariantType(List.of(
            new VariantType.Case("number", Optional.of(PrimitiveType.U32)),
            new VariantType.Case("letter", Optional.of(CHAR)),
            new VariantType.Case("nothing", Optional.empty())));

    private ValueLies() {}

    static Stream<ValueLie> all() {
        return Stream.of(utf8(), utf16(), latin1(), lists(), scalars(), discriminants(), inside())
                .flatMap(lies -> lies);
    }

    private static Stream<ValueLie> utf8() {
        return Stream.of(
                ValueLie.of("string over the end", STRING, outOfBounds("string", 65_535, 2), 65_535, 2),
                ValueLie.of("string far out", STRING, outOfBounds("string", 2_147_483_648L, 1), TOP, 1),
                ValueLie.of("string that wraps", STRING, outOfBounds("string", 4_294_967_280L, 32), -16, 32),
                ValueLie.of("empty string out", STRING, outOfBounds("string", 65_537, 0), 65_537, 0),
                ValueLie.of("string of 2^28", STRING, tooLong("string", 1L << 28), 0, 1 << 28),
                ValueLie.of("string of 2^31", STRING, tooLong("string", 1L << 31), 0, TOP),
                ValueLie.of("string of 2^32-1", STRING, tooLong("string", 4_294_967_295L), 0, -1),
                ValueLie.of("stray byte", STRING, notUnicode(1, "UTF-8"), PLACE, 1)
                        .with(0xFF),
                ValueLie.of("cut letter", STRING, notUnicode(2, "UTF-8"), PLACE, 2)
                        .with(0x82E2),
                ValueLie.of("surrogate in UTF-8", STRING, notUnicode(3, "UTF-8"), PLACE, 3)
                        .with(0x80A0ED),
                ValueLie.of("overlong zero", STRING, notUnicode(2, "UTF-8"), PLACE, 2)
                        .with(0x80C0),
                ValueLie.of("beyond Unicode", STRING, notUnicode(4, "UTF-8"), PLACE, 4)
                        .with(0x808090F4));
    }

    private static Stream<ValueLie> utf16() {
        return Stream.of(
                        ValueLie.of("odd UTF-16", STRING, misaligned("string", 1025, 2), 1025, 1),
                        ValueLie.of("odd empty UTF-16", STRING, misaligned("string", 1, 2), 1, 0),
                        ValueLie.of("UTF-16 over the end", STRING, outOfBounds("string", 65_534, 4), 65_534, 2),
                        ValueLie.of("lone high surrogate", STRING, notUnicode(2, "UTF-16LE"), PLACE, 1)
                                .with(0xD800),
                        ValueLie.of("lone low surrogate", STRING, notUnicode(4, "UTF-16LE"), PLACE, 2)
                                .with(0x0041DC00),
                        ValueLie.of("swapped surrogates", STRING, notUnicode(4, "UTF-16LE"), PLACE, 2)
                                .with(0xD800DC00),
                        ValueLie.of("UTF-16 of 2^28", STRING, tooLong("string", 1L << 28), 0, 1 << 27),
                        ValueLie.of("UTF-16 of 2^32", STRING, tooLong("string", 1L << 32), 0, TOP))
                .map(lie -> lie.in(CanonOption.UTF16));
    }

    private static Stream<ValueLie> latin1() {
        return Stream.of(
                        ValueLie.of("odd Latin-1", STRING, misaligned("string", 1025, 2), 1025, 1),
                        ValueLie.of("Latin-1 over the end", STRING, outOfBounds("string", 65_534, 3), 65_534, 3),
                        ValueLie.of("Latin-1 of 2^28", STRING, tooLong("string", 1L << 28), 0, 1 << 28),
                        ValueLie.of("odd tagged", STRING, misaligned("string", 1027, 2), 1027, TOP | 1),
                        ValueLie.of("tagged over the end", STRING, outOfBounds("string", 65_534, 4), 65_534, TOP | 2),
                        ValueLie.of("tagged lone surrogate", STRING, notUnicode(2, "UTF-16LE"), PLACE, TOP | 1)
                                .with(0xDFFF),
                        ValueLie.of("tagged of 2^32-2", STRING, tooLong("string", (1L << 32) - 2), 0, -1))
                .map(lie -> lie.in(CanonOption.LATIN1_OR_UTF16));
    }

    private static Stream<ValueLie> lists() {
        WitType words = new ListType(PrimitiveType.U32);
        WitType longs = new ListType(PrimitiveType.S64);
        WitType pairs = new ListType(new TupleType(List.of(PrimitiveType.U8, PrimitiveType.F64)));
        return Stream.of(
                ValueLie.of("bytes over the end", BYTES, outOfBounds("list", 1, 65_536), 1, 65_536),
                ValueLie.of("empty bytes out", BYTES, outOfBounds("list", 65_537, 0), 65_537, 0),
                ValueLie.of("bytes of 2^32-1", BYTES, tooLong("list", 4_294_967_295L), 0, -1),
                ValueLie.of("misaligned words", words, misaligned("list", 1026, 4), 1026, 1),
                ValueLie.of("misaligned no words", words, misaligned("list", 2, 4), 2, 0),
                ValueLie.of("words that wrap", words, outOfBounds("list", 4_294_967_292L, 8), -4, 2),
                ValueLie.of("misaligned longs", longs, misaligned("list", 1028, 8), 1028, 1),
                ValueLie.of("longs of 2^28", longs, tooLong("list", 1L << 28), 0, 1 << 25),
                ValueLie.of("longs of 2^35", longs, tooLong("list", 34_359_738_360L), 0, -1),
                ValueLie.of("misaligned pairs", pairs, misaligned("list", 1028, 8), 1028, 1),
                ValueLie.of("pairs over the end", pairs, outOfBounds("list", 65_528, 16), 65_528, 1));
    }

    private static Stream<ValueLie> scalars() {
        return IntStream.of(0xD800, 0xDFFF, 0x11_0000, TOP, -1)
                .mapToObj(code -> ValueLie.of(
                        "char " + Integer.toHexString(code),
                        CHAR,
                        "char " + Integer.toUnsignedString(code) + " is not a Unicode scalar value",
                        code));
    }

    private static Stream<ValueLie> discriminants() {
        WitType option = new OptionType(PrimitiveType.U8);
        WitType result = new ResultType(Optional.empty(), Optional.of(PrimitiveType.U16));
        WitType wide =
                new EnumType(IntStream.range(0, 300).mapToObj(i -> "case" + i).toList());
        WitType full =
                new EnumType(IntStream.range(0, 255).mapToObj(i -> "case" + i).toList());
        return Stream.of(
                ValueLie.of("enum 3 of 3", ENUM, invalid("enum", 3, 3), 3),
                ValueLie.of("enum 255 of 255", full, invalid("enum", 255, 255), 255),
                ValueLie.of("enum 300 of 300", wide, invalid("enum", 300, 300), 300),
                ValueLie.of("enum 65535 of 300", wide, invalid("enum", 65_535, 300), 65_535),
                ValueLie.of("variant 3 of 3", VARIANT, invalid("variant", 3, 3), 3, 0),
                ValueLie.of("option 2", option, invalid("option", 2, 2), 2, 0),
                ValueLie.of("result 255", result, invalid("result", 255, 2), 255, 0));
    }

    private static Stream<ValueLie> inside() {
        WitType texts = new ListType(STRING);
        WitType nested = new ListType(new ListType(PrimitiveType.U16));
        WitType pair = new TupleType(List.of(PrimitiveType.U32, CHAR));
        WitType record = new RecordType(
                List.of(new RecordType.Field("id", PrimitiveType.U32), new RecordType.Field("text", STRING)));
        WitType options = new OptionType(new OptionType(CHAR));
        WitType result = new ResultType(Optional.of(BYTES), Optional.of(STRING));
        WitType map = new MapType(STRING, CHAR);
        return Stream.of(
                ValueLie.of("string in a list", texts, outOfBounds("string", 70_000, 1), PLACE, 2)
                        .with(0, 0, 70_000, 1),
                ValueLie.of("list in a list", nested, misaligned("list", 3, 2), PLACE, 1)
                        .with(3, 1),
                ValueLie.of("long list in a list", nested, tooLong("list", 8_589_934_590L), PLACE, 1)
                        .with(0, -1),
                ValueLie.of("char in a tuple", pair, "field 1: " + noChar(0xDABC), 7, 0xDABC),
                ValueLie.of(
                        "string in a record", record, "field 'text': " + outOfBounds("string", 65_536, 1), 7, PAGE, 1),
                ValueLie.of("char in a variant", VARIANT, noChar(0xD801), 1, 0xD801),
                ValueLie.of("char in options", options, noChar(0xD802), 1, 1, 0xD802),
                ValueLie.of("option in an option", options, invalid("option", 9, 2), 1, 9, 0),
                ValueLie.of("text in a result", result, outOfBounds("string", 0, 65_537), 1, 0, 65_537),
                ValueLie.of("key of a map", map, "field 0: " + outOfBounds("string", 65_536, 9), PLACE, 1)
                        .with(65_536, 9, 'x'));
    }

    private static final int PAGE = Frame.PAGE;

    private static String tooLong(String what, long bytes) {
        return what + " of " + bytes + " bytes, expected at most 268435455";
    }

    private static String misaligned(String what, int pointer, int alignment) {
        return what + " not aligned: pointer " + pointer + ", expected a multiple of " + alignment;
    }

    private static String notUnicode(int bytes, String charset) {
        return "string of " + bytes + " bytes at pointer " + PLACE + " is not valid " + charset;
    }

    private static String noChar(int code) {
        return "char " + code + " is not a Unicode scalar value";
    }

    private static String invalid(String type, int found, int count) {
        return "discriminant " + found + " of " + type + " is invalid, expected less than " + count;
    }
}
