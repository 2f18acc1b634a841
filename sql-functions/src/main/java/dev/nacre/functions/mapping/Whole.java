package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.PrimitiveType;
import java.math.BigInteger;

/** The ranges of WIT's integer types, and their values as whole numbers without bounds. */
enum Whole {
    S8(PrimitiveType.S8, 8, true) {
        @Override
        Object box(BigInteger value) {
            return value.byteValue();
        }
    },
    U8(PrimitiveType.U8, 8, false) {
        @Override
        Object box(BigInteger value) {
            return value.shortValue();
        }
    },
    S16(PrimitiveType.S16, 16, true) {
        @Override
        Object box(BigInteger value) {
            return value.shortValue();
        }
    },
    U16(PrimitiveType.U16, 16, false) {
        @Override
        Object box(BigInteger value) {
            return value.intValue();
        }
    },
    S32(PrimitiveType.S32, 32, true) {
        @Override
        Object box(BigInteger value) {
            return value.intValue();
        }
    },
    U32(PrimitiveType.U32, 32, false) {
        @Override
        Object box(BigInteger value) {
            return value.longValue();
        }
    },
    S64(PrimitiveType.S64, 64, true) {
        @Override
        Object box(BigInteger value) {
            return value.longValue();
        }
    },
    U64(PrimitiveType.U64, 64, false) {
        @Override
        Object box(BigInteger value) {
            return value.longValue();
        }

        @Override
        BigInteger unbox(Object value) {
            BigInteger signed = BigInteger.valueOf((Long) value);
            return signed.signum() < 0 ? signed.add(BigInteger.ONE.shiftLeft(64)) : signed;
        }
    };

    final PrimitiveType type;
    final BigInteger minimum;
    final BigInteger maximum;

    Whole(PrimitiveType type, int bits, boolean signed) {
        this.type = type;
        this.minimum = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        this.maximum = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    static Whole of(PrimitiveType type) {
        return valueOf(type.name());
    }

    /** Returns the Java form of a value in range. */
    abstract Object box(BigInteger value);

    /** Returns the value of a Java form. */
    BigInteger unbox(Object value) {
        return BigInteger.valueOf(((Number) value).longValue());
    }

    boolean contains(BigInteger value) {
        return minimum.compareTo(value) <= 0 && value.compareTo(maximum) <= 0;
    }
}
