package dev.nacre.functions.mapping;

import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The records of {@code nacre:sql/types@0.1.0}, as the WIT file in this module's resources declares them. Types of the
 * component model are equal by structure, so a record is known by its fields, wherever it was declared.
 */
final class SqlRecords {
    static final RecordType DECIMAL =
            record(field("scale", PrimitiveType.U8), field("unscaled", new ListType(PrimitiveType.U8)));
    static final RecordType DATE =
            record(field("year", PrimitiveType.S32), field("month", PrimitiveType.U8), field("day", PrimitiveType.U8));
    static final RecordType TIME = record(
            field("hour", PrimitiveType.U8),
            field("minute", PrimitiveType.U8),
            field("second", PrimitiveType.U8),
            field("nanosecond", PrimitiveType.U32));
    static final RecordType TIMESTAMP = record(field("date", DATE), field("time", TIME));
    static final RecordType TIMESTAMP_WITH_OFFSET =
            record(field("local", TIMESTAMP), field("offset-seconds", PrimitiveType.S32));
    static final RecordType INTERVAL = record(
            field("months", PrimitiveType.S32),
            field("seconds", PrimitiveType.S64),
            field("nanoseconds", PrimitiveType.U32));
    static final RecordType UUID = record(field("high", PrimitiveType.U64), field("low", PrimitiveType.U64));

    /**
     * What is inferred: all that the record can hold, where SQL has such a type. A DECIMAL of H2 has a scale, so one had
     * to be chosen; and an interval is either of months or of days, so the one was chosen that most are.
     */
    private static final Map<RecordType, SqlType> INFERRED = Map.of(
            DECIMAL,
            new SqlType.Simple(SqlKind.DECIMAL, OptionalInt.of(38), OptionalInt.of(18)),
            DATE,
            SqlType.of(SqlKind.DATE),
            TIME,
            toNanoseconds(SqlKind.TIME),
            TIMESTAMP,
            toNanoseconds(SqlKind.TIMESTAMP),
            TIMESTAMP_WITH_OFFSET,
            toNanoseconds(SqlKind.TIMESTAMP_WITH_TIME_ZONE),
            INTERVAL,
            new SqlType.Simple(SqlKind.INTERVAL_DAY_TO_SECOND, OptionalInt.of(18), OptionalInt.of(9)),
            UUID,
            SqlType.of(SqlKind.UUID));

    private SqlRecords() {}

    /** Returns the SQL type of a record of {@code nacre:sql}, empty for another record. */
    static Optional<SqlType> inferred(RecordType type) {
        return Optional.ofNullable(INFERRED.get(type));
    }

    /** H2 keeps fewer digits where none are asked for, and would round the guest's. */
    private static SqlType toNanoseconds(SqlKind kind) {
        return new SqlType.Simple(kind, OptionalInt.of(9), OptionalInt.empty());
    }

    private static RecordType record(RecordType.Field... fields) {
        return new RecordType(List.of(fields));
    }

    private static RecordType.Field field(String name, WitType type) {
        return new RecordType.Field(name, type);
    }
}
