package dev.nacre.functions.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {
    private static final SqlType VARCHAR = SqlType.of(SqlKind.VARCHAR);

    static Stream<Arguments> values() {
        WitType u64 = PrimitiveType.U64;
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        return Stream.of(
                Arguments.of(SqlType.of(SqlKind.SMALLINT), PrimitiveType.U8, (short) 255, (short) 255),
                Arguments.of(SqlType.of(SqlKind.BIGINT), PrimitiveType.U32, 4294967295L, 4294967295L),
                Arguments.of(SqlType.of(SqlKind.TINYINT), PrimitiveType.S64, (byte) -1, -1L),
                Arguments.of(decimal(20, 0), u64, new BigDecimal("18446744073709551615"), -1L),
                Arguments.of(decimal(20, 0), PrimitiveType.S64, new BigDecimal("-9223372036854775808"), Long.MIN_VALUE),
                Arguments.of(SqlType.of(SqlKind.CHAR), PrimitiveType.CHAR, "\uD83E\uDD80", 0x1F980),
                Arguments.of(decimal(10, 2), PrimitiveType.STRING, new BigDecimal("12.50"), "12.50"),
                Arguments.of(SqlType.of(SqlKind.DATE), PrimitiveType.S32, LocalDate.of(1969, 12, 31), -1),
                Arguments.of(SqlType.of(SqlKind.DATE), PrimitiveType.STRING, LocalDate.of(2026, 2, 1), "2026-02-01"),
                Arguments.of(SqlType.of(SqlKind.TIME), PrimitiveType.S64, LocalTime.of(0, 0, 1, 5), 1_000_000_005L),
                Arguments.of(
                        SqlType.of(SqlKind.TIMESTAMP),
                        PrimitiveType.S64,
                        LocalDateTime.of(1970, 1, 1, 0, 0, 1, 1_000),
                        1_000_001L),
                Arguments.of(
                        SqlType.of(SqlKind.TIMESTAMP_WITH_TIME_ZONE),
                        PrimitiveType.S64,
                        OffsetDateTime.parse("1969-12-31T23:59:59Z"),
                        -1_000_000L),
                Arguments.of(
                        SqlType.of(SqlKind.UUID),
                        new TupleType(List.of(u64, u64)),
                        uuid,
                        List.of(0x0011223344556677L, 0x8899aabbccddeeffL)),
                Arguments.of(SqlType.of(SqlKind.UUID), PrimitiveType.STRING, uuid, uuid.toString()),
                Arguments.of(
                        new SqlType.Array(SqlType.of(SqlKind.SMALLINT)),
                        new ListType(new OptionType(PrimitiveType.U8)),
                        Arrays.asList((short) 1, null),
                        List.of(Optional.of((short) 1), Optional.empty())),
                Arguments.of(
                        row(new SqlType.Field("B", VARCHAR), new SqlType.Field("A_B", SqlType.of(SqlKind.INTEGER))),
                        new RecordType(List.of(
                                new RecordType.Field("a-b", PrimitiveType.S32),
                                new RecordType.Field("b", PrimitiveType.STRING))),
                        List.of("x", 7),
                        List.of(7, "x")),
                Arguments.of(shapeRow(), shape(), Arrays.asList("circle", 2.0, null), new VariantValue("circle", 2.0)),
                Arguments.of(shapeRow(), shape(), Arrays.asList("unit", null, null), new VariantValue("unit", null)),
                Arguments.of(
                        new SqlType.Array(VARCHAR),
                        new FlagsType(List.of("read", "write", "run")),
                        List.of("read", "run"),
                        Set.of("read", "run")),
                Arguments.of(
                        SqlType.of(SqlKind.BIGINT),
                        new ResultType(Optional.of(PrimitiveType.S64), Optional.empty()),
                        5L,
                        ResultValue.ok(5L)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void convertsBothWays(SqlType sql, WitType wit, Object value, Object form) {
        ValueCodec codec = Codecs.find(sql, wit).orElseThrow();

        assertThat(codec.toGuest(value)).isEqualTo(form);
        assertThat(codec.toSql(form)).isEqualTo(value);
    }

    @Test
    void takesAUuidAsItsBytes() {
        ValueCodec codec = Codecs.find(SqlType.of(SqlKind.UUID), new ListType(PrimitiveType.U8))
                .orElseThrow();
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

        assertThat(codec.toSql(codec.toGuest(uuid))).isEqualTo(uuid);
        assertRefused(
                "22023",
                "list<u8> from the guest: expected the 16 bytes of a UUID, found 2",
                () -> codec.toSql(new byte[2]));
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        ValueCodec toByte =
                Codecs.find(SqlType.of(SqlKind.INTEGER), PrimitiveType.U8).orElseThrow();
        ValueCodec toDecimal = Codecs.find(decimal(3, 0), PrimitiveType.U64).orElseThrow();
        ValueCodec text = Codecs.find(decimal(4, 2), PrimitiveType.STRING).orElseThrow();

        assertRefused("22003", "number out of range: expected u8 (0 to 255), found 256", () -> toByte.toGuest(256));
        assertRefused("22003", "number out of range: expected u8 (0 to 255), found -1", () -> toByte.toGuest(-1));
        assertRefused("22003", "number out of range: expected DECIMAL(3, 0), found 1000", () -> toDecimal.toSql(1000L));
        assertRefused(
                "22003",
                "string from the guest: expected a value of DECIMAL, found '1.234'",
                () -> text.toSql("1.234"));
        assertRefused(
                "22003",
                "string from the guest: expected a value of DECIMAL, found '123.4'",
                () -> text.toSql("123.4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E1000000000", "1E-1000000000", "-9E2147483647"})
    void refusesNumbersThatStandForEndlessDigits(String text) {
        ValueCodec scaled = Codecs.find(decimal(20, 2), PrimitiveType.STRING).orElseThrow();
        ValueCodec free =
                Codecs.find(SqlType.of(SqlKind.DECIMAL), PrimitiveType.STRING).orElseThrow();

        String message = "string from the guest: expected a value of DECIMAL, found '" + text + "'";
        assertRefused("22003", message, () -> scaled.toSql(text));
        assertRefused("22003", message, () -> free.toSql(text));
    }

    @Test
    void refusesMoreDigitsThanADecimalHas() {
        ValueCodec free =
                Codecs.find(SqlType.of(SqlKind.DECIMAL), PrimitiveType.STRING).orElseThrow();

        assertThatThrownBy(() -> free.toSql("9".repeat(10_000_000)))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        failure -> assertThat(failure.sqlState()).isEqualTo("22003"));
    }

    @Test
    void refusesTimesThatDoNotFit() {
        ValueCodec timestamp =
                Codecs.find(SqlType.of(SqlKind.TIMESTAMP), PrimitiveType.S64).orElseThrow();
        ValueCodec time =
                Codecs.find(SqlType.of(SqlKind.TIME), PrimitiveType.S64).orElseThrow();
        ValueCodec date =
                Codecs.find(SqlType.of(SqlKind.DATE), PrimitiveType.STRING).orElseThrow();

        assertRefused(
                "22008",
                "date or time out of range: expected whole microseconds, found 1970-01-01T00:00:00.000000001Z",
                () -> timestamp.toGuest(LocalDateTime.of(1970, 1, 1, 0, 0, 0, 1)));
        assertThatThrownBy(() -> time.toSql(-1L)).hasMessageStartingWith("date or time out of range: ");
        assertRefused(
                "22008",
                "string from the guest: expected a value of DATE, found 'tomorrow'",
                () -> date.toSql("tomorrow"));
    }

    @Test
    void refusesNamesThatWitDoesNotDeclare() {
        ValueCodec colour =
                Codecs.find(VARCHAR, new EnumType(List.of("red", "green"))).orElseThrow();
        ValueCodec rights = Codecs.find(new SqlType.Array(VARCHAR), new FlagsType(List.of("read", "write")))
                .orElseThrow();
        ValueCodec shape = Codecs.find(shapeRow(), shape()).orElseThrow();

        assertRefused("22023", "enum: expected one of [red, green], found 'blue'", () -> colour.toGuest("blue"));
        assertRefused(
                "22023", "flags: expected names of [read, write], found 'run'", () -> rights.toGuest(List.of("run")));
        assertRefused(
                "22023",
                "variant: expected one of [circle, unit, square] as TAG, found 'cube'",
                () -> shape.toGuest(Arrays.asList("cube", null, null)));
    }

    @Test
    void refusesNullInsideWhereThereIsNoOption() {
        ValueCodec list = Codecs.find(new SqlType.Array(VARCHAR), new ListType(PrimitiveType.STRING))
                .orElseThrow();

        assertRefused(
                "39004",
                "NULL inside an array or row: expected a value, because the WIT type is not an option; found NULL",
                () -> list.toGuest(Arrays.asList("a", null)));
    }

    @Test
    void raisesTheGuestsOwnError() {
        ValueCodec codec = Codecs.find(
                        SqlType.of(SqlKind.BIGINT),
                        new ResultType(Optional.of(PrimitiveType.S64), Optional.of(PrimitiveType.STRING)))
                .orElseThrow();

        assertRefused("38000", "division by zero", () -> codec.toSql(ResultValue.error("division by zero")));
        assertRefused("38000", "one line  [2J", () -> codec.toSql(ResultValue.error("one line\n\u001b[2J")));
        assertRefused("38000", "the function answered with an error", () -> codec.toSql(ResultValue.error(null)));
        assertRefused("38000", "range: 7", () -> codec.toSql(ResultValue.error(new VariantValue("range", 7))));
    }

    private static void assertRefused(
            String sqlState, String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        failure -> assertThat(failure.sqlState()).isEqualTo(sqlState));
    }

    private static SqlType decimal(int precision, int scale) {
        return new SqlType.Simple(SqlKind.DECIMAL, OptionalInt.of(precision), OptionalInt.of(scale));
    }

    private static SqlType row(SqlType.Field... fields) {
        return new SqlType.Row(List.of(fields));
    }

    private static SqlType shapeRow() {
        return row(
                new SqlType.Field("TAG", VARCHAR),
                new SqlType.Field("CIRCLE", SqlType.of(SqlKind.DOUBLE)),
                new SqlType.Field("SQUARE", SqlType.of(SqlKind.REAL)));
    }

    private static WitType shape() {
        return new VariantType(List.of(
                new VariantType.Case("circle", Optional.of(PrimitiveType.F64)),
                new VariantType.Case("unit", Optional.empty()),
                new VariantType.Case("square", Optional.of(PrimitiveType.F32))));
    }
}
