package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** f64: a NaN is the canonical one in both directions. */
final class F64Codec extends Scalar64Codec {
    F64Codec() {
        super(PrimitiveType.F64, CoreValueType.F64);
    }

    /** Returns false: a single NaN becomes the canonical one. */
    @Override
    boolean isWhole() {
        return false;
    }

    @Override
    long normalise(long bits) {
        return Double.doubleToLongBits(Double.longBitsToDouble(bits));
    }

    @Override
    Object box(long bits) {
        return canonical(Double.longBitsToDouble(bits));
    }

    @Override
    long unbox(@Nullable Object value) {
        if (!(value instanceof Double number)) {
            throw mismatch(value, "java.lang.Double");
        }
        return Double.doubleToLongBits(number);
    }

    static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }
}
