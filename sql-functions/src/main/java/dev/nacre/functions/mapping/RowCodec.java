package dev.nacre.functions.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ROW and a record or tuple.
 *
 * @param codecs one a WIT field, in WIT's order
 * @param positions where each WIT field stands in the ROW
 */
record RowCodec(List<ValueCodec> codecs, List<Integer> positions) implements ValueCodec {
    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        List<?> row = (List<?>) Objects.requireNonNull(value);
        @Nullable Object[] fields = new Object[codecs.size()];
        for (int field = 0; field < fields.length; field++) {
            ValueCodec codec = codecs.get(field);
            fields[field] = codec.toGuest(NullCheck.plain(row.get(positions.get(field)), codec));
        }
        return Arrays.asList(fields);
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        List<?> fields = (List<?>) Objects.requireNonNull(value);
        @Nullable Object[] row = new Object[codecs.size()];
        for (int field = 0; field < row.length; field++) {
            row[positions.get(field)] = codecs.get(field).toSql(fields.get(field));
        }
        return Collections.unmodifiableList(Arrays.asList(row));
    }
}
