package dev.nacre.functions.mapping;

import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes off the blanks that fill a CHAR up to its length, all but the first character. */
record PaddedCodec(ValueCodec codec) implements ValueCodec {
    private static final Pattern BLANKS = Pattern.compile(" +$");

    static ValueCodec of(SqlType type, ValueCodec codec) {
        return type instanceof SqlType.Simple simple && simple.kind() == SqlKind.CHAR ? new PaddedCodec(codec) : codec;
    }

    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        String text = BLANKS.matcher((String) Objects.requireNonNull(value)).replaceFirst("");
        return codec.toGuest(text.isEmpty() ? " " : text);
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        return codec.toSql(value);
    }
}
