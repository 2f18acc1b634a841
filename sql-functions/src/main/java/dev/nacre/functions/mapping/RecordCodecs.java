package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.RecordType;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** SQL values as the records of {@code nacre:sql}. */
final class RecordCodecs {
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private RecordCodecs() {}

    static Optional<ValueCodec> find(SqlType.Simple sql, RecordType wit) {
        if (sql.kind().isInterval()) {
            return when(wit, SqlRecords.INTERVAL, interval(sql.kind()));
        }
        return switch (sql.kind()) {
            case DECIMAL ->
                when(
                        wit,
                        SqlRecords.DECIMAL,
                        Exact.number(
                                value -> Decimals.fields((BigDecimal) value),
                                fields -> Decimals.of(sql, list(fields))));
            case DATE ->
                when(wit, SqlRecords.DATE, Exact.time(value -> fields((LocalDate) value), value -> date(list(value))));
            case TIME ->
                when(wit, SqlRecords.TIME, Exact.time(value -> fields((LocalTime) value), value -> time(list(value))));
            case TIMESTAMP ->
                when(
                        wit,
                        SqlRecords.TIMESTAMP,
                        Exact.time(value -> fields((LocalDateTime) value), value -> timestamp(list(value))));
            case TIMESTAMP_WITH_TIME_ZONE ->
                when(
                        wit,
                        SqlRecords.TIMESTAMP_WITH_OFFSET,
                        Exact.time(value -> fields((OffsetDateTime) value), value -> offsetTimestamp(list(value))));
            case UUID -> when(wit, SqlRecords.UUID, UuidCodecs.PAIR);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueCodec> when(RecordType found, RecordType expected, ValueCodec codec) {
        return found.equals(expected) ? Optional.of(codec) : Optional.empty();
    }

    private static ValueCodec interval(SqlKind kind) {
        return kind.javaClass() == Period.class
                ? Exact.time(value -> fields((Period) value), value -> period(list(value)))
                : Exact.time(value -> fields((Duration) value), value -> duration(list(value)));
    }

    private static List<Object> fields(LocalDate date) {
        return List.of(date.getYear(), (short) date.getMonthValue(), (short) date.getDayOfMonth());
    }

    private static LocalDate date(List<?> fields) {
        return LocalDate.of(number(fields, 0), number(fields, 1), number(fields, 2));
    }

    private static List<Object> fields(LocalTime time) {
        return List.of(
                (short) time.getHour(), (short) time.getMinute(), (short) time.getSecond(), (long) time.getNano());
    }

    private static LocalTime time(List<?> fields) {
        return LocalTime.of(number(fields, 0), number(fields, 1), number(fields, 2), number(fields, 3));
    }

    private static List<Object> fields(LocalDateTime timestamp) {
        return List.of(fields(timestamp.toLocalDate()), fields(timestamp.toLocalTime()));
    }

    private static LocalDateTime timestamp(List<?> fields) {
        return LocalDateTime.of(date(list(fields.get(0))), time(list(fields.get(1))));
    }

    private static List<Object> fields(OffsetDateTime timestamp) {
        return List.of(
                fields(timestamp.toLocalDateTime()), timestamp.getOffset().getTotalSeconds());
    }

    private static OffsetDateTime offsetTimestamp(List<?> fields) {
        return OffsetDateTime.of(timestamp(list(fields.get(0))), ZoneOffset.ofTotalSeconds(number(fields, 1)));
    }

    private static List<Object> fields(Period months) {
        return List.of(Math.toIntExact(months.toTotalMonths()), 0L, 0L);
    }

    private static Period period(List<?> fields) {
        if ((Long) fields.get(1) != 0 || (Long) fields.get(2) != 0) {
            throw new DateTimeException("expected an interval of months, found " + fields.get(1) + " seconds and "
                    + fields.get(2) + " nanoseconds");
        }
        return Period.ofMonths(number(fields, 0)).normalized();
    }

    private static List<Object> fields(Duration time) {
        return List.of(0, time.getSeconds(), (long) time.getNano());
    }

    private static Duration duration(List<?> fields) {
        long nanoseconds = (Long) fields.get(2);
        if (number(fields, 0) != 0) {
            throw new DateTimeException("expected an interval of days to seconds, found " + fields.get(0) + " months");
        }
        if (nanoseconds >= NANOS_PER_SECOND) {
            throw new DateTimeException("expected less than a second, found " + nanoseconds + " nanoseconds");
        }
        return Duration.ofSeconds((Long) fields.get(1), nanoseconds);
    }

    private static int number(List<?> fields, int position) {
        return Math.toIntExact(((Number) fields.get(position)).longValue());
    }

    private static List<?> list(Object fields) {
        return (List<?>) fields;
    }
}
