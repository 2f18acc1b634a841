package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as their 16 bytes, most significant first, and as two halves. */
final class UuidCodecs {
    static final TupleType PAIR_TYPE = new TupleType(List.of(PrimitiveType.U64, PrimitiveType.U64));

    static final ValueCodec PAIR = new ValueCodec() {
        @Override
        public @Nullable Object toGuest(@Nullable Object value) {
            UUID uuid = (UUID) Objects.requireNonNull(value);
            return List.of(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
        }

        @Override
        public @Nullable Object toSql(@Nullable Object value) {
            List<?> halves = (List<?>) Objects.requireNonNull(value);
            return new UUID((Long) halves.get(0), (Long) halves.get(1));
        }
    };

    static final ValueCodec BYTES = new ValueCodec() {
        @Override
        public @Nullable Object toGuest(@Nullable Object value) {
            UUID uuid = (UUID) Objects.requireNonNull(value);
            return ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
        }

        @Override
        public @Nullable Object toSql(@Nullable Object value) {
            byte[] bytes = (byte[]) Objects.requireNonNull(value);
            if (bytes.length != 16) {
                throw new FunctionException(
                        FunctionErrorCode.BAD_VALUE,
                        "list<u8> from the guest: expected the 16 bytes of a UUID, found " + bytes.length);
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
    };

    private UuidCodecs() {}
}
