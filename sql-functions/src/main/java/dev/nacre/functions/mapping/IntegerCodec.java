package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whole numbers of any width; a value that does not fit the other side is refused, never cut. */
final class IntegerCodec implements ValueCodec {
    private static final Map<SqlKind, Whole> RANGES = Map.of(
            SqlKind.TINYINT,
            Whole.S8,
            SqlKind.SMALLINT,
            Whole.S16,
            SqlKind.INTEGER,
            Whole.S32,
            SqlKind.BIGINT,
            Whole.S64);

    private final SqlType.Simple sql;
    private final Whole wit;

    private IntegerCodec(SqlType.Simple sql, Whole wit) {
        this.sql = sql;
        this.wit = wit;
    }

    static Optional<ValueCodec> find(SqlType.Simple sql, PrimitiveType wit) {
        Whole whole = Whole.of(wit);
        if (RANGES.get(sql.kind()) == whole) {
            return Optional.of(ValueCodec.IDENTITY);
        }
        boolean wholeDecimal = sql.kind() == SqlKind.DECIMAL
                && sql.scale().orElse(0) == 0
                && (whole == Whole.S64 || whole == Whole.U64);
        return RANGES.containsKey(sql.kind()) || wholeDecimal
                ? Optional.of(new IntegerCodec(sql, whole))
                : Optional.empty();
    }

    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        BigInteger number = number(value);
        if (!wit.contains(number)) {
            throw outOfRange(number, wit.type.keyword() + " (" + wit.minimum + " to " + wit.maximum + ")");
        }
        return wit.box(number);
    }

    private BigInteger number(@Nullable Object value) {
        if (!(value instanceof BigDecimal decimal)) {
            return BigInteger.valueOf(((Number) java.util.Objects.requireNonNull(value)).longValue());
        }
        try {
            return decimal.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw outOfRange(decimal, "a whole number for " + wit.type.keyword());
        }
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        BigInteger number = wit.unbox(java.util.Objects.requireNonNull(value));
        Whole range = RANGES.get(sql.kind());
        if (range == null) {
            return decimal(number);
        }
        if (!range.contains(number)) {
            throw outOfRange(number, sql.sql());
        }
        return range.box(number);
    }

    private BigDecimal decimal(BigInteger number) {
        BigDecimal decimal = new BigDecimal(number);
        if (sql.precision().isPresent() && decimal.precision() > sql.precision().getAsInt()) {
            throw outOfRange(number, sql.sql());
        }
        return decimal;
    }

    private static FunctionException outOfRange(Object number, String expected) {
        return new FunctionException(
                FunctionErrorCode.NUMBER_OUT_OF_RANGE,
                "number out of range: expected " + expected + ", found " + number);
    }
}
