package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import org.jspecify.annotations.Nullable;

/** Refuses NULL inside arrays and rows where WIT has no option. */
final class NullCheck {
    private NullCheck() {}

    static @Nullable Object plain(@Nullable Object value, ValueCodec codec) {
        if (value == null && !(codec instanceof OptionCodec)) {
            throw new FunctionException(
                    FunctionErrorCode.NULL_NOT_ALLOWED,
                    "NULL inside an array or row: expected a value, because the WIT type is not an option; found NULL");
        }
        return value;
    }
}
