package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.Optional;

/** The codecs of predefined SQL types and primitive WIT types. */
final class PrimitiveCodecs {
    private PrimitiveCodecs() {}

    static Optional<ValueCodec> find(SqlType.Simple sql, PrimitiveType wit) {
        return switch (wit) {
            case BOOL -> exactly(sql, SqlKind.BOOLEAN);
            case F32 -> exactly(sql, SqlKind.REAL);
            case F64 -> exactly(sql, SqlKind.DOUBLE);
            case CHAR -> Codecs.isText(sql) ? Optional.of(PaddedCodec.of(sql, CharCodec.INSTANCE)) : Optional.empty();
            case STRING -> TextCodecs.find(sql);
            case S8, U8, S16, U16, S32, U32, S64, U64 -> {
                Optional<ValueCodec> temporal = TemporalCodecs.find(sql, wit);
                yield temporal.isPresent() ? temporal : IntegerCodec.find(sql, wit);
            }
        };
    }

    private static Optional<ValueCodec> exactly(SqlType.Simple sql, SqlKind kind) {
        return sql.kind() == kind ? Optional.of(ValueCodec.IDENTITY) : Optional.empty();
    }
}
