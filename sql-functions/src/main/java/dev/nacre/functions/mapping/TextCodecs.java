package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQL values that travel as strings: text itself, decimals, dates, times and intervals in ISO 8601, UUID, JSON. */
final class TextCodecs {
    private TextCodecs() {}

    static Optional<ValueCodec> find(SqlType.Simple sql) {
        return switch (sql.kind()) {
            case CHAR, VARCHAR, JSON -> Optional.of(ValueCodec.IDENTITY);
            case DECIMAL ->
                Optional.of(
                        parsed(sql.kind(), value -> ((BigDecimal) value).toPlainString(), text -> decimal(sql, text)));
            case DATE -> Optional.of(parsed(sql.kind(), Object::toString, LocalDate::parse));
            case TIME_WITH_TIME_ZONE -> Optional.of(parsed(sql.kind(), Object::toString, OffsetTime::parse));
            case INTERVAL_YEAR, INTERVAL_MONTH, INTERVAL_YEAR_TO_MONTH ->
                Optional.of(parsed(
                        sql.kind(), value -> ((Period) value).normalized().toString(), TextCodecs::months));
            case INTERVAL_DAY,
                    INTERVAL_HOUR,
                    INTERVAL_MINUTE,
                    INTERVAL_SECOND,
                    INTERVAL_DAY_TO_HOUR,
                    INTERVAL_DAY_TO_MINUTE,
                    INTERVAL_DAY_TO_SECOND,
                    INTERVAL_HOUR_TO_MINUTE,
                    INTERVAL_HOUR_TO_SECOND,
                    INTERVAL_MINUTE_TO_SECOND -> Optional.of(parsed(sql.kind(), Object::toString, Duration::parse));
            case TIME -> Optional.of(parsed(sql.kind(), Object::toString, LocalTime::parse));
            case TIMESTAMP -> Optional.of(parsed(sql.kind(), Object::toString, LocalDateTime::parse));
            case TIMESTAMP_WITH_TIME_ZONE -> Optional.of(parsed(sql.kind(), Object::toString, OffsetDateTime::parse));
            case UUID -> Optional.of(parsed(sql.kind(), Object::toString, UUID::fromString));
            default -> Optional.empty();
        };
    }

    /** Refuses before any work is done what would take long: many digits, and exponents that stand for many. */
    private static BigDecimal decimal(SqlType.Simple sql, String text) {
        if (text.length() > Decimals.MOST_DIGITS) {
            throw new ArithmeticException("digits");
        }
        return Decimals.fit(sql, new BigDecimal(text));
    }

    private static Period months(String text) {
        Period period = Period.parse(text).normalized();
        if (period.getDays() != 0) {
            throw new DateTimeException("days in an interval of months");
        }
        return period;
    }

    private static ValueCodec parsed(SqlKind kind, Function<Object, String> print, Function<String, Object> parse) {
        return new ValueCodec() {
            @Override
            public @Nullable Object toGuest(@Nullable Object value) {
                return print.apply(Objects.requireNonNull(value));
            }

            @Override
            public @Nullable Object toSql(@Nullable Object value) {
                String text = (String) Objects.requireNonNull(value);
                try {
                    return parse.apply(text);
                } catch (ArithmeticException unfit) {
                    throw refused(FunctionErrorCode.NUMBER_OUT_OF_RANGE, kind, text);
                } catch (DateTimeException unfit) {
                    throw refused(FunctionErrorCode.TIME_OUT_OF_RANGE, kind, text);
                } catch (IllegalArgumentException unfit) {
                    throw refused(FunctionErrorCode.BAD_VALUE, kind, text);
                }
            }
        };
    }

    private static FunctionException refused(FunctionErrorCode code, SqlKind kind, String text) {
        return new FunctionException(
                code,
                "string from the guest: expected a value of " + kind.sql() + ", found '" + Excerpt.of(text) + "'");
    }
}
