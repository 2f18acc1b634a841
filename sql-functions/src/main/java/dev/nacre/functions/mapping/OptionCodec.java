package dev.nacre.functions.mapping;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An option: none is NULL. */
record OptionCodec(ValueCodec element) implements ValueCodec {
    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(Objects.requireNonNull(element.toGuest(value)));
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        Optional<?> option = (Optional<?>) Objects.requireNonNull(value);
        return option.isEmpty() ? null : element.toSql(option.get());
    }
}
