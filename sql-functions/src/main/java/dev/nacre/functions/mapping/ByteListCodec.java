package dev.nacre.functions.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ARRAY of numbers and a list of bytes, which has a form of its own in Java. */
record ByteListCodec(ValueCodec element) implements ValueCodec {
    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        List<?> items = (List<?>) Objects.requireNonNull(value);
        byte[] bytes = new byte[items.size()];
        for (int index = 0; index < bytes.length; index++) {
            Object item = element.toGuest(NullCheck.plain(items.get(index), element));
            bytes[index] = ((Short) Objects.requireNonNull(item)).byteValue();
        }
        return bytes;
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        List<@Nullable Object> items = new ArrayList<>();
        for (byte item : (byte[]) Objects.requireNonNull(value)) {
            items.add(element.toSql((short) (item & 0xFF)));
        }
        return Collections.unmodifiableList(items);
    }
}
