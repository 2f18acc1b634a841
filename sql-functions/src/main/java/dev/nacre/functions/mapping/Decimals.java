package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Decimal numbers from outside as values of a DECIMAL: exact, or refused before much work is done. */
final class Decimals {
    /** As many as a DECIMAL of H2 can have, before or after the point. */
    static final int MOST_DIGITS = 100_000;

    /** More bytes than any number of so many digits has. */
    private static final int MOST_BYTES = MOST_DIGITS / 2;

    private static final int MAXIMUM_SCALE = 255;

    private Decimals() {}

    /**
     * Gives a number the scale that the type declares, 0 where it declares none, as SQL has it.
     *
     * @throws ArithmeticException where digits would be lost, or are too many
     */
    static BigDecimal fit(SqlType.Simple type, BigDecimal value) {
        if (Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("expected " + type.sql() + ", found an exponent of " + -(long) value.scale());
        }
        BigDecimal scaled;
        try {
            scaled = value.setScale(type.scale().orElse(0), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException rounding) {
            throw new ArithmeticException("expected " + type.sql() + ", found " + excerpt(value));
        }
        if (scaled.precision() > type.precision().orElse(MOST_DIGITS)) {
            throw new ArithmeticException("expected " + type.sql() + ", found " + excerpt(value));
        }
        return scaled;
    }

    private static String excerpt(BigDecimal value) {
        return Excerpt.of(value.toString());
    }

    /** Returns the fields of a decimal record. */
    static List<Object> fields(BigDecimal value) {
        BigDecimal shortened = value.scale() > MAXIMUM_SCALE ? value.stripTrailingZeros() : value;
        if (shortened.scale() > MAXIMUM_SCALE) {
            throw new ArithmeticException(
                    "expected at most " + MAXIMUM_SCALE + " digits behind the point, found " + shortened.scale());
        }
        BigDecimal scaled = shortened.scale() < 0 ? shortened.setScale(0) : shortened;
        return List.of((short) scaled.scale(), scaled.unscaledValue().toByteArray());
    }

    /** Returns the number of a decimal record. */
    static BigDecimal of(SqlType.Simple type, List<?> fields) {
        byte[] unscaled = (byte[]) fields.get(1);
        if (unscaled.length == 0) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_VALUE,
                    "decimal from the guest: expected at least one byte in 'unscaled', found none");
        }
        if (unscaled.length > MOST_BYTES) {
            throw new ArithmeticException(
                    "expected " + type.sql() + ", found a number of " + unscaled.length + " bytes");
        }
        return fit(type, new BigDecimal(new BigInteger(unscaled), ((Number) fields.get(0)).intValue()));
    }
}
