package dev.nacre.engine.testing;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings values in their Java form into one that {@code equals} compares by content and prints. */
public final class Values {
    private Values() {}

    public static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(Values::comparable)
                    .map(Optional::ofNullable)
                    .toList();
        }
        if (value instanceof Set<?> set) {
            return List.copyOf(set);
        }
        if (value instanceof Optional<?> option) {
            return option.map(Values::comparable);
        }
        if (value instanceof ResultValue result) {
            return new ResultValue(result.isOk(), comparable(result.payload()));
        }
        return value instanceof VariantValue variant
                ? new VariantValue(variant.name(), comparable(variant.payload()))
                : value;
    }
}
