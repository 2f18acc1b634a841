package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enum as the name of its case. */
record EnumCodec(List<String> names) implements ValueCodec {
    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        if (!names.contains(value)) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_VALUE, "enum: expected one of " + names + ", found '" + value + "'");
        }
        return value;
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        return value;
    }
}
