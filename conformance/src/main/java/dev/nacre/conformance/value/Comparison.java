package dev.nacre.conformance.value;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares values in the engine's Java forms: the same class, the same bits. */
final class Comparison {
    private Comparison() {}

    /** Returns whether a value is what was expected; {@link NanPattern}s may stand in {@code expected}. */
    static boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        if (expected instanceof NanPattern pattern) {
            return pattern.matches(actual);
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> other && sameElements(list, other);
        }
        if (expected instanceof Optional<?> option) {
            return actual instanceof Optional<?> other && same(option.orElse(null), other.orElse(null));
        }
        if (expected instanceof VariantValue variant) {
            return actual instanceof VariantValue other
                    && variant.name().equals(other.name())
                    && same(variant.payload(), other.payload());
        }
        if (expected instanceof ResultValue result) {
            return actual instanceof ResultValue other
                    && result.isOk() == other.isOk()
                    && same(result.payload(), other.payload());
        }
        return sameScalar(expected, actual);
    }

    private static boolean sameElements(List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int index = 0; index < expected.size(); index++) {
            if (!same(expected.get(index), actual.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameScalar(Object expected, Object actual) {
        if (expected instanceof Float number) {
            return actual instanceof Float other && Float.floatToRawIntBits(number) == Float.floatToRawIntBits(other);
        }
        if (expected instanceof Double number) {
            return actual instanceof Double other
                    && Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(other);
        }
        if (expected instanceof byte[] bytes) {
            return actual instanceof byte[] other && Arrays.equals(bytes, other);
        }
        return expected.equals(actual);
    }
}
