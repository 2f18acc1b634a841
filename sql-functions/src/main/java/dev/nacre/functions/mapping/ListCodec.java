package dev.nacre.functions.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An ARRAY and a list, element by element. */
record ListCodec(ValueCodec element) implements ValueCodec {
    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        return convert(value, item -> element.toGuest(NullCheck.plain(item, element)));
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        return convert(value, element::toSql);
    }

    private static List<@Nullable Object> convert(@Nullable Object value, UnaryOperator<@Nullable Object> conversion) {
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object item : (List<?>) Objects.requireNonNull(value)) {
            converted.add(conversion.apply(item));
        }
        return Collections.unmodifiableList(converted);
    }
}
