package dev.nacre.functions.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Converts values between one SQL type (classes of {@link dev.nacre.functions.SqlKind#javaClass()}) and one WIT type
 * (Java forms of {@link dev.nacre.engine.wit.WitType}). Immutable.
 *
 * <p>NULL reaches only the codec of an {@code option}; every other may assume values that are not null.
 */
interface ValueCodec {
    /** Passes values through: both sides have the same Java form and the same range. */
    ValueCodec IDENTITY = new ValueCodec() {
        @Override
        public @Nullable Object toGuest(@Nullable Object value) {
            return value;
        }

        @Override
        public @Nullable Object toSql(@Nullable Object value) {
            return value;
        }
    };

    /** Converts an SQL value for the guest. */
    @Nullable
    Object toGuest(@Nullable Object value);

    /** Converts what the guest gave. */
    @Nullable
    Object toSql(@Nullable Object value);
}
