package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** u64: the bits of a Long. */
final class U64Codec extends Scalar64Codec {
    U64Codec() {
        super(PrimitiveType.U64, CoreValueType.I64);
    }

    @Override
    long normalise(long bits) {
        return bits;
    }

    @Override
    Object box(long bits) {
        return bits;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Long number)) {
            throw mismatch(value, "java.lang.Long");
        }
        return number;
    }
}
