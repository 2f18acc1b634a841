package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** s64. */
final class S64Codec extends Scalar64Codec {
    S64Codec() {
        super(PrimitiveType.S64, CoreValueType.I64);
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
