package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** s32. */
final class S32Codec extends Scalar32Codec {
    S32Codec() {
        super(PrimitiveType.S32, CoreValueType.I32);
    }

    @Override
    long normalise(long bits) {
        return bits & 0xFFFF_FFFFL;
    }

    @Override
    Object box(long bits) {
        return (int) bits;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Integer number)) {
            throw mismatch(value, "java.lang.Integer");
        }
        return number & 0xFFFF_FFFFL;
    }
}
