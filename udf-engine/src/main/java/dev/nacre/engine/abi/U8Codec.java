package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** u8: a Short, because a Byte has a sign. */
final class U8Codec extends Scalar8Codec {
    U8Codec() {
        super(PrimitiveType.U8, CoreValueType.I32);
    }

    @Override
    long normalise(long bits) {
        return bits & 0xFF;
    }

    @Override
    Object box(long bits) {
        return (short) (bits & 0xFF);
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Short number)) {
            throw mismatch(value, "java.lang.Short");
        }
        if (number < 0 || number > 0xFF) {
            throw outOfRange(number);
        }
        return number;
    }
}
