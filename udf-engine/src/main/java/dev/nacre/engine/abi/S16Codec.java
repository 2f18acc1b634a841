package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** s16. */
final class S16Codec extends Scalar16Codec {
    S16Codec() {
        super(PrimitiveType.S16, CoreValueType.I32);
    }

    @Override
    long normalise(long bits) {
        return (short) bits & 0xFFFF_FFFFL;
    }

    @Override
    Object box(long bits) {
        return (short) bits;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Short number)) {
            throw mismatch(value, "java.lang.Short");
        }
        return number & 0xFFFF_FFFFL;
    }
}
