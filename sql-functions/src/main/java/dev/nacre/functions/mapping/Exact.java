package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codecs of conversions that throw Java's own exceptions where a value does not fit: these become SQL's. */
final class Exact implements ValueCodec {
    private final FunctionErrorCode code;
    private final String what;
    private final Function<Object, Object> toGuest;
    private final Function<Object, Object> toSql;

    private Exact(
            FunctionErrorCode code, String what, Function<Object, Object> toGuest, Function<Object, Object> toSql) {
        this.code = code;
        this.what = what;
        this.toGuest = toGuest;
        this.toSql = toSql;
    }

    /** Refuses with 22008. */
    static ValueCodec time(Function<Object, Object> toGuest, Function<Object, Object> toSql) {
        return new Exact(FunctionErrorCode.TIME_OUT_OF_RANGE, "date or time", toGuest, toSql);
    }

    /** Refuses with 22003. */
    static ValueCodec number(Function<Object, Object> toGuest, Function<Object, Object> toSql) {
        return new Exact(FunctionErrorCode.NUMBER_OUT_OF_RANGE, "number", toGuest, toSql);
    }

    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        return converted(toGuest, value);
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        return converted(toSql, value);
    }

    private Object converted(Function<Object, Object> conversion, @Nullable Object value) {
        try {
            return conversion.apply(Objects.requireNonNull(value));
        } catch (DateTimeException | ArithmeticException unfit) {
            throw new FunctionException(code, what + " out of range: " + unfit.getMessage());
        }
    }
}
