package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result: its ok value, or the guest's own error as an exception with the error's text. */
record ResultCodec(ValueCodec ok) implements ValueCodec {
    /** For {@code result<_, E>}: TRUE. */
    static final ValueCodec WITHOUT_VALUE = new ResultCodec(new ValueCodec() {
        @Override
        public @Nullable Object toGuest(@Nullable Object value) {
            return null;
        }

        @Override
        public @Nullable Object toSql(@Nullable Object value) {
            return Boolean.TRUE;
        }
    });

    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        return ResultValue.ok(ok.toGuest(value));
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        ResultValue result = (ResultValue) Objects.requireNonNull(value);
        if (!result.isOk()) {
            throw new FunctionException(FunctionErrorCode.GUEST_ERROR, ErrorText.of(result.payload()));
        }
        return ok.toSql(result.payload());
    }
}
