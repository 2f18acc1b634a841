package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One character: a string of exactly one code point in SQL, a Unicode scalar value in WIT. */
final class CharCodec implements ValueCodec {
    static final CharCodec INSTANCE = new CharCodec();

    private CharCodec() {}

    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        String text = (String) Objects.requireNonNull(value);
        int length = text.codePointCount(0, text.length());
        if (length != 1) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_VALUE, "char: expected exactly one character, found " + length);
        }
        return text.codePointAt(0);
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        return Character.toString((Integer) Objects.requireNonNull(value));
    }
}
