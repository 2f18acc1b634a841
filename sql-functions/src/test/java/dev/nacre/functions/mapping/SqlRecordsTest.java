package dev.nacre.functions.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of nacre:sql, and the forms of SQL's types that are easily mistaken. */
class SqlRecordsTest {
    private static final SqlType DATE = SqlType.of(SqlKind.DATE);
    private static final SqlType MONTHS = SqlType.of(SqlKind.INTERVAL_YEAR_TO_MONTH);
    private static final SqlType TIME_SPAN = SqlType.of(SqlKind.INTERVAL_DAY_TO_SECOND);

    static Stream<Arguments> values() {
        List<Object> day = List.of(-4, (short) 2, (short) 29);
        List<Object> noon = List.of((short) 12, (short) 0, (short) 1, 999_999_999L);
        LocalDateTime moment = LocalDateTime.of(-4, 2, 29, 12, 0, 1, 999_999_999);
        return Stream.of(
                Arguments.of(
                        decimal(10, 2), SqlRecords.DECIMAL, new BigDecimal("-1.28"), List.of((short) 2, bytes(-128))),
                Arguments.of(
                        decimal(10, 0), SqlRecords.DECIMAL, new BigDecimal("128"), List.of((short) 0, bytes(0, 128))),
                Arguments.of(decimal(10, 3), SqlRecords.DECIMAL, new BigDecimal("0.000"), List.of((short) 3, bytes(0))),
                Arguments.of(DATE, SqlRecords.DATE, LocalDate.of(-4, 2, 29), day),
                Arguments.of(SqlType.of(SqlKind.TIME), SqlRecords.TIME, LocalTime.of(12, 0, 1, 999_999_999), noon),
                Arguments.of(SqlType.of(SqlKind.TIMESTAMP), SqlRecords.TIMESTAMP, moment, List.of(day, noon)),
                Arguments.of(
                        SqlType.of(SqlKind.TIMESTAMP_WITH_TIME_ZONE),
                        SqlRecords.TIMESTAMP_WITH_OFFSET,
                        OffsetDateTime.parse("-0004-02-29T12:00:01.999999999-18:00"),
                        List.of(List.of(day, noon), -64_800)),
                Arguments.of(
                        SqlType.of(SqlKind.TIMESTAMP),
                        PrimitiveType.S64,
                        LocalDateTime.parse("9999-12-31T23:59:59.999999"),
                        253_402_300_799_999_999L),
                Arguments.of(
                        SqlType.of(SqlKind.TIMESTAMP),
                        PrimitiveType.S64,
                        LocalDateTime.parse("0001-01-01T00:00:00.000001"),
                        -62_135_596_799_999_999L),
                Arguments.of(MONTHS, SqlRecords.INTERVAL, Period.of(-1, -2, 0), List.of(-14, 0L, 0L)),
                Arguments.of(TIME_SPAN, SqlRecords.INTERVAL, Duration.ofMillis(-500), List.of(0, -1L, 500_000_000L)),
                Arguments.of(MONTHS, PrimitiveType.STRING, Period.of(-1, -2, 0), "P-1Y-2M"),
                Arguments.of(TIME_SPAN, PrimitiveType.STRING, Duration.ofMillis(-90_500), "PT-1M-30.5S"),
                Arguments.of(
                        SqlType.of(SqlKind.TIME_WITH_TIME_ZONE),
                        PrimitiveType.STRING,
                        OffsetTime.parse("10:11:12.5+02:00"),
                        "10:11:12.500+02:00"),
                Arguments.of(
                        SqlType.of(SqlKind.UUID),
                        SqlRecords.UUID,
                        UUID.fromString("80000000-0000-0001-ffff-ffffffffffff"),
                        List.of(0x8000000000000001L, -1L)),
                Arguments.of(
                        new SqlType.Array(SqlType.of(SqlKind.SMALLINT)),
                        new ListType(PrimitiveType.U8),
                        List.of((short) 0, (short) 255),
                        bytes(0, 255)),
                Arguments.of(
                        pairs(),
                        new MapType(PrimitiveType.STRING, PrimitiveType.S32),
                        List.of(List.of("a", 1)),
                        List.of(List.of("a", 1))),
                Arguments.of(
                        new SqlType.Array(DATE),
                        new ListType(new OptionType(SqlRecords.DATE)),
                        Arrays.asList(LocalDate.of(-4, 2, 29), null),
                        List.of(Optional.of(day), Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("values")
    void convertsBothWays(SqlType sql, WitType wit, Object value, Object form) {
        ValueCodec codec = Codecs.find(sql, wit).orElseThrow();

        assertThat(codec.toGuest(value)).usingRecursiveComparison().isEqualTo(form);
        assertThat(codec.toSql(form)).isEqualTo(value);
    }

    @Test
    void infersTheTypeThatHoldsTheRecord() {
        assertThat(Inference.sqlType(SqlRecords.DECIMAL).sql()).isEqualTo("DECIMAL(38, 18)");
        assertThat(Inference.sqlType(SqlRecords.DATE).sql()).isEqualTo("DATE");
        assertThat(Inference.sqlType(SqlRecords.TIME).sql()).isEqualTo("TIME(9)");
        assertThat(Inference.sqlType(SqlRecords.TIMESTAMP).sql()).isEqualTo("TIMESTAMP(9)");
        assertThat(Inference.sqlType(SqlRecords.TIMESTAMP_WITH_OFFSET).sql()).isEqualTo("TIMESTAMP(9) WITH TIME ZONE");
        assertThat(Inference.sqlType(SqlRecords.INTERVAL).sql()).isEqualTo("INTERVAL DAY(18) TO SECOND(9)");
        assertThat(Inference.sqlType(new ListType(new OptionType(SqlRecords.UUID)))
                        .sql())
                .isEqualTo("UUID ARRAY");
    }

    @Test
    void takesARecordOfNacreSqlAsARowWhereOneIsWritten() {
        SqlType row = new SqlType.Row(
                List.of(new SqlType.Field("LOW", decimal(20, 0)), new SqlType.Field("HIGH", decimal(20, 0))));

        assertThat(Codecs.find(row, SqlRecords.UUID).orElseThrow().toSql(List.of(1L, 2L)))
                .isEqualTo(List.of(new BigDecimal(2), new BigDecimal(1)));
    }

    @Test
    void keepsOtherRecordsRows() {
        RecordType point = new RecordType(List.of(
                new RecordType.Field("high", PrimitiveType.U64), new RecordType.Field("lower", PrimitiveType.U64)));

        assertThat(Inference.sqlType(point).sql()).isEqualTo("ROW(\"HIGH\" DECIMAL(20, 0), \"LOWER\" DECIMAL(20, 0))");
        assertThat(Codecs.find(SqlType.of(SqlKind.UUID), point)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 2 | 3 | 1234 | 22003 | number out of range: expected DECIMAL(10, 2), found 1.234",
                "3  | 2 | 2 | 1234 | 22003 | number out of range: expected DECIMAL(3, 2), found 12.34",
            })
    void refusesDecimalsThatDoNotFit(
            int precision, int scale, short found, int unscaled, String state, String message) {
        ValueCodec codec =
                Codecs.find(decimal(precision, scale), SqlRecords.DECIMAL).orElseThrow();

        assertRefused(
                state,
                message,
                () -> codec.toSql(
                        List.of(found, new BigDecimal(unscaled).unscaledValue().toByteArray())));
    }

    @Test
    void readsADecimalWithoutScaleAsAWholeNumber() {
        ValueCodec record =
                Codecs.find(SqlType.of(SqlKind.DECIMAL), SqlRecords.DECIMAL).orElseThrow();
        ValueCodec text =
                Codecs.find(SqlType.of(SqlKind.DECIMAL), PrimitiveType.STRING).orElseThrow();

        assertThat(record.toSql(List.of((short) 1, bytes(50)))).isEqualTo(new BigDecimal(5));
        assertRefused(
                "22003",
                "number out of range: expected DECIMAL, found 5.5",
                () -> record.toSql(List.of((short) 1, bytes(55))));
        assertRefused(
                "22003", "string from the guest: expected a value of DECIMAL, found '5.5'", () -> text.toSql("5.5"));
    }

    @Test
    void refusesDecimalsWithoutBytesAndWithTooMany() {
        ValueCodec codec = Codecs.find(decimal(10, 2), SqlRecords.DECIMAL).orElseThrow();

        assertRefused(
                "22023",
                "decimal from the guest: expected at least one byte in 'unscaled', found none",
                () -> codec.toSql(List.of((short) 0, new byte[0])));
        assertRefused(
                "22003",
                "number out of range: expected DECIMAL(10, 2), found a number of 50001 bytes",
                () -> codec.toSql(List.of((short) 0, new byte[50_001])));
        assertRefused(
                "22003",
                "number out of range: expected at most 255 digits behind the point, found 300",
                () -> codec.toGuest(BigDecimal.ONE.movePointLeft(300)));
    }

    @Test
    void refusesTimesThatAreNone() {
        ValueCodec date = Codecs.find(DATE, SqlRecords.DATE).orElseThrow();
        ValueCodec months = Codecs.find(MONTHS, SqlRecords.INTERVAL).orElseThrow();
        ValueCodec span = Codecs.find(TIME_SPAN, SqlRecords.INTERVAL).orElseThrow();
        ValueCodec text = Codecs.find(MONTHS, PrimitiveType.STRING).orElseThrow();

        assertRefused(
                "22008",
                "date or time out of range: Invalid date 'FEBRUARY 30'",
                () -> date.toSql(List.of(2026, (short) 2, (short) 30)));
        assertRefused(
                "22008",
                "date or time out of range: expected an interval of months, found 1 seconds and 2 nanoseconds",
                () -> months.toSql(List.of(0, 1L, 2L)));
        assertRefused(
                "22008",
                "date or time out of range: expected an interval of days to seconds, found 3 months",
                () -> span.toSql(List.of(3, 0L, 0L)));
        assertRefused(
                "22008",
                "date or time out of range: expected less than a second, found 1000000000 nanoseconds",
                () -> span.toSql(List.of(0, 0L, 1_000_000_000L)));
        assertRefused(
                "22008",
                "string from the guest: expected a value of INTERVAL YEAR TO MONTH, found 'P1D'",
                () -> text.toSql("P1D"));
    }

    @Test
    void readsCharWithoutTheBlanksThatFillIt() {
        SqlType padded = SqlType.of(SqlKind.CHAR);
        ValueCodec letter = Codecs.find(padded, PrimitiveType.CHAR).orElseThrow();
        ValueCodec colour = Codecs.find(padded, new EnumType(List.of("red"))).orElseThrow();

        assertThat(letter.toGuest("a  ")).isEqualTo((int) 'a');
        assertThat(letter.toGuest("   ")).isEqualTo((int) ' ');
        assertThat(colour.toGuest("red   ")).isEqualTo("red");
    }

    @Test
    void refusesAVariantWithTwoPayloads() {
        SqlType row = new SqlType.Row(List.of(
                new SqlType.Field("TAG", SqlType.of(SqlKind.VARCHAR)),
                new SqlType.Field("A", SqlType.of(SqlKind.INTEGER)),
                new SqlType.Field("B", SqlType.of(SqlKind.INTEGER))));
        ValueCodec codec = Codecs.find(
                        row,
                        new VariantType(List.of(
                                new VariantType.Case("a", Optional.of(PrimitiveType.S32)),
                                new VariantType.Case("b", Optional.of(PrimitiveType.S32)))))
                .orElseThrow();

        assertRefused(
                "22023",
                "variant: expected NULL in column 3 for case 'a', found a value",
                () -> codec.toGuest(List.of("a", 1, 2)));
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

    private static SqlType pairs() {
        return new SqlType.Array(new SqlType.Row(List.of(
                new SqlType.Field("K", SqlType.of(SqlKind.VARCHAR)),
                new SqlType.Field("V", SqlType.of(SqlKind.INTEGER)))));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
