package dev.nacre.h2;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.h2.engine.CastDataProvider;
import org.h2.message.DbException;
import org.h2.util.JSR310Utils;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueBigint;
import org.h2.value.ValueBinary;
import org.h2.value.ValueBlob;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueChar;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInteger;
import org.h2.value.ValueJson;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.h2.value.ValueReal;
import org.h2.value.ValueRow;
import org.h2.value.ValueSmallint;
import org.h2.value.ValueTinyint;
import org.h2.value.ValueUuid;
import org.h2.value.ValueVarbinary;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/** Converts between H2's values and the Java objects that functions take and give. */
public final class H2Values {
    /** As the JVM lays out an array, with what a list or a tree holds for each. */
    private static final int BYTES_OF_ROW = 64;

    private static final int BYTES_OF_REFERENCE = 8;

    private H2Values() {}

    /** Returns about how many bytes of heap a row takes that is kept. */
    public static long bytes(Value[] row) {
        long bytes = BYTES_OF_ROW + (long) BYTES_OF_REFERENCE * row.length;
        for (Value value : row) {
            bytes += value.getMemory();
        }
        return bytes;
    }

    /** Reads a value of a known type, NULL as null. */
    public interface Reader {
        /** Returns the Java object. */
        @Nullable
        Object read(Value value);
    }

    /** Makes a value of a known type, NULL of null. */
    public interface Writer {
        /** Returns H2's value. */
        Value write(@Nullable Object object);
    }

    /** Returns whether a value is SQL NULL. */
    public static boolean isNull(Value value) {
        return value.getValueType() == Value.NULL;
    }

    /** Returns what reads values of a type. */
    public static Reader reader(SqlType type, CastDataProvider provider) {
        Function<Value, Object> notNull = notNullReader(type, provider);
        return value -> isNull(value) ? null : notNull.apply(value);
    }

    private static Function<Value, Object> notNullReader(SqlType type, CastDataProvider provider) {
        if (type instanceof SqlType.Array array) {
            Reader element = reader(array.element(), provider);
            return value -> list(value.convertToAnyArray(provider).getList(), position -> element);
        }
        if (type instanceof SqlType.Row row) {
            List<Reader> fields = row.fields().stream()
                    .map(field -> reader(field.type(), provider))
                    .toList();
            return value -> list(value.convertToAnyRow().getList(), fields::get);
        }
        return simpleReader(((SqlType.Simple) type).kind(), provider);
    }

    private static List<@Nullable Object> list(Value[] values, Function<Integer, Reader> readers) {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (int index = 0; index < values.length; index++) {
            list.add(readers.apply(index).read(values[index]));
        }
        return list;
    }

    private static Function<Value, Object> simpleReader(SqlKind kind, CastDataProvider provider) {
        return switch (kind) {
            case BOOLEAN -> Value::getBoolean;
            case TINYINT -> Value::getByte;
            case SMALLINT -> Value::getShort;
            case INTEGER -> Value::getInt;
            case BIGINT -> Value::getLong;
            case REAL -> Value::getFloat;
            case DOUBLE -> Value::getDouble;
            case DECIMAL -> Value::getBigDecimal;
            case CHAR, VARCHAR, JSON -> Value::getString;
            case BINARY, VARBINARY, BLOB -> Value::getBytesNoCopy;
            case DATE -> value -> JSR310Utils.valueToLocalDate(value, provider);
            case TIME -> value -> JSR310Utils.valueToLocalTime(value, provider);
            case TIMESTAMP -> value -> JSR310Utils.valueToLocalDateTime(value, provider);
            case TIMESTAMP_WITH_TIME_ZONE -> value -> JSR310Utils.valueToOffsetDateTime(value, provider);
            case TIME_WITH_TIME_ZONE -> value -> JSR310Utils.valueToOffsetTime(value, provider);
            case UUID -> value -> value.convertToUuid().getUuid();
            case INTERVAL_YEAR,
                    INTERVAL_MONTH,
                    INTERVAL_YEAR_TO_MONTH,
                    INTERVAL_DAY,
                    INTERVAL_HOUR,
                    INTERVAL_MINUTE,
                    INTERVAL_SECOND,
                    INTERVAL_DAY_TO_HOUR,
                    INTERVAL_DAY_TO_MINUTE,
                    INTERVAL_DAY_TO_SECOND,
                    INTERVAL_HOUR_TO_MINUTE,
                    INTERVAL_HOUR_TO_SECOND,
                    INTERVAL_MINUTE_TO_SECOND -> Intervals.reader(kind);
        };
    }

    /** Returns what makes values of a type. */
    public static Writer writer(SqlType type, CastDataProvider provider) {
        Function<Object, Value> notNull = notNullWriter(type, provider);
        return object -> object == null ? ValueNull.INSTANCE : notNull.apply(object);
    }

    private static Function<Object, Value> notNullWriter(SqlType type, CastDataProvider provider) {
        if (type instanceof SqlType.Array array) {
            Writer element = writer(array.element(), provider);
            return object -> ValueArray.get(values((List<?>) object, position -> element), provider);
        }
        if (type instanceof SqlType.Row row) {
            List<Writer> fields = row.fields().stream()
                    .map(field -> writer(field.type(), provider))
                    .toList();
            return object -> ValueRow.get(values((List<?>) object, fields::get));
        }
        return simpleWriter(((SqlType.Simple) type).kind());
    }

    private static Value[] values(List<?> objects, Function<Integer, Writer> writers) {
        Value[] values = new Value[objects.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = writers.apply(index).write(objects.get(index));
        }
        return values;
    }

    private static Value json(String text) {
        try {
            return ValueJson.fromJson(text);
        } catch (DbException notJson) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_VALUE,
                    "string from the guest: expected a value of JSON, found " + text.length()
                            + " characters that are not");
        }
    }

    private static Function<Object, Value> simpleWriter(SqlKind kind) {
        return switch (kind) {
            case BOOLEAN -> object -> ValueBoolean.get((Boolean) object);
            case TINYINT -> object -> ValueTinyint.get((Byte) object);
            case SMALLINT -> object -> ValueSmallint.get((Short) object);
            case INTEGER -> object -> ValueInteger.get((Integer) object);
            case BIGINT -> object -> ValueBigint.get((Long) object);
            case REAL -> object -> ValueReal.get((Float) object);
            case DOUBLE -> object -> ValueDouble.get((Double) object);
            case DECIMAL -> object -> ValueNumeric.getAnyScale((BigDecimal) object);
            case CHAR -> object -> ValueChar.get((String) object);
            case VARCHAR -> object -> ValueVarchar.get((String) object);
            case JSON -> object -> json((String) object);
            case BINARY -> object -> ValueBinary.getNoCopy((byte[]) object);
            case VARBINARY -> object -> ValueVarbinary.getNoCopy((byte[]) object);
            case BLOB -> object -> ValueBlob.createSmall((byte[]) object);
            case DATE -> object -> JSR310Utils.localDateToValue((LocalDate) object);
            case TIME -> object -> JSR310Utils.localTimeToValue((LocalTime) object);
            case TIMESTAMP -> object -> JSR310Utils.localDateTimeToValue((LocalDateTime) object);
            case TIMESTAMP_WITH_TIME_ZONE -> object -> JSR310Utils.offsetDateTimeToValue((OffsetDateTime) object);
            case TIME_WITH_TIME_ZONE -> object -> JSR310Utils.offsetTimeToValue((OffsetTime) object);
            case UUID -> object -> ValueUuid.get((UUID) object);
            case INTERVAL_YEAR,
                    INTERVAL_MONTH,
                    INTERVAL_YEAR_TO_MONTH,
                    INTERVAL_DAY,
                    INTERVAL_HOUR,
                    INTERVAL_MINUTE,
                    INTERVAL_SECOND,
                    INTERVAL_DAY_TO_HOUR,
                    INTERVAL_DAY_TO_MINUTE,
                    INTERVAL_DAY_TO_SECOND,
                    INTERVAL_HOUR_TO_MINUTE,
                    INTERVAL_HOUR_TO_SECOND,
                    INTERVAL_MINUTE_TO_SECOND -> Intervals.writer(kind);
        };
    }
}
