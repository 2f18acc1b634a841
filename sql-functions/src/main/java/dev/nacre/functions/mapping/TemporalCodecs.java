package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Dates as days, times as nanoseconds of the day, timestamps as microseconds since 1970: exact, or refused. */
final class TemporalCodecs {
    private static final ValueCodec DATE = Exact.time(
            value -> Math.toIntExact(((LocalDate) value).toEpochDay()),
            number -> LocalDate.ofEpochDay((Integer) number));
    private static final ValueCodec TIME =
            Exact.time(value -> ((LocalTime) value).toNanoOfDay(), number -> LocalTime.ofNanoOfDay((Long) number));
    private static final ValueCodec TIMESTAMP = Exact.time(
            value -> micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC)),
            number -> LocalDateTime.ofInstant(instant((Long) number), ZoneOffset.UTC));
    private static final ValueCodec OFFSET_TIMESTAMP = Exact.time(
            value -> micros(((OffsetDateTime) value).toInstant()),
            number -> OffsetDateTime.ofInstant(instant((Long) number), ZoneOffset.UTC));

    private TemporalCodecs() {}

    static Optional<ValueCodec> find(SqlType.Simple sql, PrimitiveType wit) {
        if (sql.kind() == SqlKind.DATE && wit == PrimitiveType.S32) {
            return Optional.of(DATE);
        }
        if (wit != PrimitiveType.S64) {
            return Optional.empty();
        }
        return switch (sql.kind()) {
            case TIME -> Optional.of(TIME);
            case TIMESTAMP -> Optional.of(TIMESTAMP);
            case TIMESTAMP_WITH_TIME_ZONE -> Optional.of(OFFSET_TIMESTAMP);
            default -> Optional.empty();
        };
    }

    private static long micros(Instant instant) {
        if (instant.getNano() % 1_000 != 0) {
            throw new DateTimeException("expected whole microseconds, found " + instant);
        }
        // ChronoUnit.MICROS.between counts nanoseconds inside, which overflow in 1677 and 2262
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
