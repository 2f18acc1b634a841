package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** f32: a NaN is the canonical one in both directions. */
final class F32Codec extends Scalar32Codec {
    F32Codec() {
        super(PrimitiveType.F32, CoreValueType.F32);
    }

    /** Returns false: a single NaN becomes the canonical one. */
    @Override
    boolean isWhole() {
        return false;
    }

    @Override
    long normalise(long bits) {
        return Float.floatToIntBits(Float.intBitsToFloat((int) bits)) & 0xFFFF_FFFFL;
    }

    @Override
    Object box(long bits) {
        return canonical(Float.intBitsToFloat((int) bits));
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Float number)) {
            throw mismatch(value, "java.lang.Float");
        }
        return Float.floatToIntBits(number) & 0xFFFF_FFFFL;
    }

    static float canonical(float value) {
        return Float.isNaN(value) ? Float.NaN : value;
    }
}
