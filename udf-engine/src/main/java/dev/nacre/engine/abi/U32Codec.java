package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** u32: a Long, because an Integer has a sign. */
final class U32Codec extends Scalar32Codec {
    U32Codec() {
        super(PrimitiveType.U32, CoreValueType.I32);
    }

    @Override
    long normalise(long bits) {
        return bits & 0xFFFF_FFFFL;
    }

    @Override
    Object box(long bits) {
        return bits & 0xFFFF_FFFFL;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Long number)) {
            throw mismatch(value, "java.lang.Long");
        }
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw outOfRange(number);
        }
        return number;
    }
}
