package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** bool: every value but zero is true. */
final class BoolCodec extends Scalar8Codec {
    BoolCodec() {
        super(PrimitiveType.BOOL, CoreValueType.I32);
    }

    /** Returns false: a guest may write any byte for true, but reads 1. */
    @Override
    boolean isVerbatim() {
        return false;
    }

    @Override
    long normalise(long bits) {
        return (int) bits == 0 ? 0 : 1;
    }

    @Override
    Object box(long bits) {
        return (int) bits != 0;
    }

    @Override
    long unbox(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        throw mismatch(value, "java.lang.Boolean");
    }
}
