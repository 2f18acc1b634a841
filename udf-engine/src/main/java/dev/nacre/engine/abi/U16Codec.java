package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** u16: an Integer, because a Short has a sign. */
final class U16Codec extends Scalar16Codec {
    U16Codec() {
        super(PrimitiveType.U16, CoreValueType.I32);
    }

    @Override
    long normalise(long bits) {
        return bits & 0xFFFF;
    }

    @Override
    Object box(long bits) {
        return (int) (bits & 0xFFFF);
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Integer number)) {
            throw mismatch(value, "java.lang.Integer");
        }
        if (number < 0 || number > 0xFFFF) {
            throw outOfRange(number);
        }
        return number;
    }
}
