package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** char: a Unicode scalar value, so no surrogate and nothing from 0x110000 on. */
final class CharCodec extends Scalar32Codec {
    CharCodec() {
        super(PrimitiveType.CHAR, CoreValueType.I32);
    }

    @Override
    boolean everyPatternValid() {
        return false;
    }

    @Override
    long normalise(long bits) {
        return requireScalarValue((int) bits);
    }

    @Override
    Object box(long bits) {
        return requireScalarValue((int) bits);
    }

    private static int requireScalarValue(int codePoint) {
        if (!isScalarValue(codePoint)) {
            throw AbiFailure.violation(
                    "char " + Integer.toUnsignedString(codePoint) + " is not a Unicode scalar value");
        }
        return codePoint;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Integer codePoint)) {
            throw mismatch(value, "java.lang.Integer");
        }
        if (!isScalarValue(codePoint)) {
            throw outOfRange(codePoint);
        }
        return codePoint;
    }

    private static boolean isScalarValue(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
