package dev.nacre.h2;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.util.function.Function;
import org.h2.api.IntervalQualifier;
import org.h2.util.IntervalUtils;
import org.h2.value.Value;
import org.h2.value.ValueInterval;

/** H2's intervals as periods of months and as durations; what does not fit the other side is refused, never cut. */
final class Intervals {
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    private Intervals() {}

    static Function<Value, Object> reader(SqlKind kind) {
        return kind.javaClass() == Period.class
                ? value -> exactly(
                        kind,
                        value,
                        () -> Period.ofMonths(absolute(value).intValueExact()).normalized())
                : value -> exactly(kind, value, () -> duration(absolute(value)));
    }

    static Function<Object, Value> writer(SqlKind kind) {
        IntervalQualifier qualifier = IntervalQualifier.valueOf(kind.name().substring("INTERVAL_".length()));
        return kind.javaClass() == Period.class
                ? object -> value(kind, qualifier, object, BigInteger.valueOf(((Period) object).toTotalMonths()))
                : object -> value(kind, qualifier, object, nanoseconds((Duration) object));
    }

    private static BigInteger absolute(Value value) {
        return IntervalUtils.intervalToAbsolute((ValueInterval) value);
    }

    private static Duration duration(BigInteger nanoseconds) {
        BigInteger[] parts = nanoseconds.divideAndRemainder(NANOS_PER_SECOND);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static BigInteger nanoseconds(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigInteger.valueOf(duration.getNano()));
    }

    private static Value value(SqlKind kind, IntervalQualifier qualifier, Object object, BigInteger absolute) {
        return exactly(kind, object, () -> {
            ValueInterval value = IntervalUtils.intervalFromAbsolute(qualifier, absolute);
            if (!IntervalUtils.intervalToAbsolute(value).equals(absolute)) {
                throw new ArithmeticException("parts of the smallest unit");
            }
            return value;
        });
    }

    /** What a conversion does. */
    private interface Conversion<T> {
        T convert();
    }

    private static <T> T exactly(SqlKind kind, Object value, Conversion<T> conversion) {
        try {
            return conversion.convert();
        } catch (ArithmeticException unfit) {
            throw new FunctionException(
                    FunctionErrorCode.TIME_OUT_OF_RANGE,
                    "interval out of range: expected a value of " + kind.sql() + " in whole units, found " + value);
        }
    }
}
