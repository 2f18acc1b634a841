package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** s8. */
final class S8Codec extends Scalar8Codec {
    S8Codec() {
        super(PrimitiveType.S8, CoreValueType.I32);
    }

    @Override
    long normalise(long bits) {
        return (byte) bits & 0xFFFF_FFFFL;
    }

    @Override
    Object box(long bits) {
        return (byte) bits;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Byte number)) {
            throw mismatch(value, "java.lang.Byte");
        }
        return number & 0xFFFF_FFFFL;
    }
}
