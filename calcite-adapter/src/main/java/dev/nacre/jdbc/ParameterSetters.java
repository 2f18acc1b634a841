package dev.nacre.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.h2.api.ErrorCode;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.store.LobStorageInterface;
import org.h2.util.IOUtils;
import org.h2.util.LegacyDateTimeUtils;
import org.h2.value.DataType;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInteger;
import org.h2.value.ValueLob;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.h2.value.ValueReal;
import org.h2.value.ValueSmallint;
import org.h2.value.ValueTinyint;
import org.h2.value.ValueToObjectConverter;
import org.h2.value.ValueVarbinary;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/** Parameters as H2's prepared statements take them: one line a method, the same conversions. */
abstract class ParameterSetters extends NacreStatement implements PreparedStatement {
    private final JdbcConnection h2;
    private final Session session;
    private final @Nullable Value[] values;

    ParameterSetters(NacreConnection connection, Statement statement, int parameterCount) {
        super(connection, statement);
        this.h2 = connection.h2();
        this.session = h2.getSession();
        this.values = new Value[parameterCount];
    }

    /**
     * Returns the values, all of which must be set.
     *
     * @param sql the statement that is run, null while it is not
     */
    final List<Value> parameters(@Nullable String sql) throws SQLException {
        for (int index = 1; index <= values.length; index++) {
            if (!isSet(index)) {
                throw Refusals.notSet(index, sql);
            }
        }
        return Arrays.asList(values.clone());
    }

    /** Returns whether a parameter has a value. */
    final boolean isSet(int index) {
        return value(index) != null;
    }

    final @Nullable Value value(int index) {
        return values[index - 1];
    }

    private void set(int index, Value value) throws SQLException {
        requireOpen();
        if (index < 1 || index > values.length) {
            throw DbException.getJdbcSQLException(
                    ErrorCode.INVALID_VALUE_2, null, Integer.toString(index), "parameterIndex");
        }
        values[index - 1] = value;
    }

    /** Makes the value of a parameter. */
    private interface Conversion {
        Value convert() throws SQLException;
    }

    /** As in H2's driver, what cannot be converted fails before anything else does. */
    private void convert(int index, Conversion conversion) throws SQLException {
        Value value;
        try {
            value = conversion.convert();
        } catch (RuntimeException failure) { // also H2's own: a row in a row makes a NullPointerException there
            throw DbException.toSQLException(failure);
        }
        set(index, value);
    }

    private void object(int index, @Nullable Object value, IntSupplier typeOfH2) throws SQLException {
        convert(index, () -> {
            int type = typeOfH2.getAsInt();
            if (value == null) {
                return ValueNull.INSTANCE;
            }
            if (isClosed()) { // H2's has no connection then to convert with; one of a closed connection has
                requireOpen();
            }
            Value converted = ValueToObjectConverter.objectToValue(h2.getSession(), value, type);
            return type == Value.UNKNOWN ? converted : converted.convertTo(type, h2);
        });
    }

    private void text(int index, @Nullable String value) throws SQLException {
        convert(index, () -> value == null ? ValueNull.INSTANCE : ValueVarchar.get(value, h2));
    }

    private static @Nullable TimeZone zone(@Nullable Calendar calendar) {
        return calendar == null ? null : calendar.getTimeZone();
    }

    private Value blob(@Nullable InputStream stream, long length) throws SQLException {
        return stream == null ? ValueNull.INSTANCE : large(lobs -> lobs.createBlob(stream, length <= 0 ? -1 : length));
    }

    private Value clob(@Nullable Reader reader, long length) throws SQLException {
        return reader == null ? ValueNull.INSTANCE : large(lobs -> lobs.createClob(reader, length <= 0 ? -1 : length));
    }

    private Value large(Function<LobStorageInterface, ValueLob> maker) throws SQLException {
        requireOpen();
        try {
            return session.addTemporaryLob(maker.apply(session.getDataHandler().getLobStorage()));
        } catch (RuntimeException failure) {
            throw DbException.toSQLException(failure);
        }
    }

    private static SQLException unsupported(String method) {
        return DbException.getJdbcSQLException(ErrorCode.FEATURE_NOT_SUPPORTED_1, null, method);
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        Arrays.fill(values, null);
    }

    /** Sets all parameters, as H2 does for each element of a batch. */
    final void setAll(List<Value> all) {
        all.toArray(values);
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        set(index, ValueNull.INSTANCE);
    }

    @Override
    public void setNull(int index, int type, String typeName) throws SQLException {
        set(index, ValueNull.INSTANCE);
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        set(index, ValueBoolean.get(value));
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        set(index, ValueTinyint.get(value));
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        set(index, ValueSmallint.get(value));
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        set(index, ValueInteger.get(value));
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        set(index, ValueBigint.get(value));
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        set(index, ValueReal.get(value));
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        set(index, ValueDouble.get(value));
    }

    @Override
    public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        set(index, value == null ? ValueNull.INSTANCE : ValueNumeric.getAnyScale(value));
    }

    @Override
    public void setString(int index, @Nullable String value) throws SQLException {
        text(index, value);
    }

    @Override
    public void setNString(int index, @Nullable String value) throws SQLException {
        text(index, value);
    }

    @Override
    public void setBytes(int index, byte @Nullable [] value) throws SQLException {
        set(index, value == null ? ValueNull.INSTANCE : ValueVarbinary.get(value));
    }

    @Override
    public void setDate(int index, java.sql.@Nullable Date value) throws SQLException {
        setDate(index, value, null);
    }

    @Override
    public void setDate(int index, java.sql.@Nullable Date value, @Nullable Calendar calendar) throws SQLException {
        convert(
                index,
                () -> value == null ? ValueNull.INSTANCE : LegacyDateTimeUtils.fromDate(h2, zone(calendar), value));
    }

    @Override
    public void setTime(int index, java.sql.@Nullable Time value) throws SQLException {
        setTime(index, value, null);
    }

    @Override
    public void setTime(int index, java.sql.@Nullable Time value, @Nullable Calendar calendar) throws SQLException {
        convert(
                index,
                () -> value == null ? ValueNull.INSTANCE : LegacyDateTimeUtils.fromTime(h2, zone(calendar), value));
    }

    @Override
    public void setTimestamp(int index, java.sql.@Nullable Timestamp value) throws SQLException {
        setTimestamp(index, value, null);
    }

    @Override
    public void setTimestamp(int index, java.sql.@Nullable Timestamp value, @Nullable Calendar calendar)
            throws SQLException {
        convert(
                index,
                () -> value == null
                        ? ValueNull.INSTANCE
                        : LegacyDateTimeUtils.fromTimestamp(h2, zone(calendar), value));
    }

    @Override
    public void setObject(int index, @Nullable Object value) throws SQLException {
        convert(
                index,
                () -> value == null
                        ? ValueNull.INSTANCE
                        : ValueToObjectConverter.objectToValue(session, value, Value.UNKNOWN));
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type) throws SQLException {
        object(index, value, () -> DataType.convertSQLTypeToValueType(type));
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type, int scale) throws SQLException {
        object(index, value, () -> DataType.convertSQLTypeToValueType(type));
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type) throws SQLException {
        object(index, value, () -> DataType.convertSQLTypeToValueType(type));
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type, int scale) throws SQLException {
        object(index, value, () -> DataType.convertSQLTypeToValueType(type));
    }

    @Override
    public void setArray(int index, java.sql.@Nullable Array value) throws SQLException {
        requireOpen();
        convert(
                index,
                () -> value == null
                        ? ValueNull.INSTANCE
                        : ValueToObjectConverter.objectToValue(session, value.getArray(), Value.ARRAY));
    }

    @Override
    public void setBlob(int index, java.sql.@Nullable Blob value) throws SQLException {
        set(index, value == null ? ValueNull.INSTANCE : blob(value.getBinaryStream(), -1));
    }

    @Override
    public void setClob(int index, java.sql.@Nullable Clob value) throws SQLException {
        set(index, value == null ? ValueNull.INSTANCE : clob(value.getCharacterStream(), -1));
    }

    @Override
    public void setNClob(int index, java.sql.@Nullable NClob value) throws SQLException {
        set(index, value == null ? ValueNull.INSTANCE : clob(value.getCharacterStream(), -1));
    }

    @Override
    public void setSQLXML(int index, java.sql.@Nullable SQLXML value) throws SQLException {
        set(index, value == null ? ValueNull.INSTANCE : clob(value.getCharacterStream(), -1));
    }

    @Override
    public void setBlob(int index, @Nullable InputStream value) throws SQLException {
        set(index, blob(value, -1));
    }

    @Override
    public void setBlob(int index, @Nullable InputStream value, long length) throws SQLException {
        set(index, blob(value, length));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
        set(index, blob(value, -1));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value, long length) throws SQLException {
        set(index, blob(value, length));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value, int length) throws SQLException {
        set(index, blob(value, length));
    }

    @Override
    public void setClob(int index, @Nullable Reader value) throws SQLException {
        set(index, clob(value, -1));
    }

    @Override
    public void setClob(int index, @Nullable Reader value, long length) throws SQLException {
        set(index, clob(value, length));
    }

    @Override
    public void setNClob(int index, @Nullable Reader value) throws SQLException {
        set(index, clob(value, -1));
    }

    @Override
    public void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
        set(index, clob(value, length));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
        set(index, clob(value, -1));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        set(index, clob(value, length));
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
        set(index, clob(value, -1));
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        set(index, clob(value, length));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, int length) throws SQLException {
        set(index, clob(value, length));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
        set(index, clob(IOUtils.getAsciiReader(value), -1));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, long length) throws SQLException {
        set(index, clob(IOUtils.getAsciiReader(value), length));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, int length) throws SQLException {
        set(index, clob(IOUtils.getAsciiReader(value), length));
    }

    @Override
    public void setRef(int index, Ref value) throws SQLException {
        throw unsupported("ref");
    }

    @Override
    public void setRowId(int index, RowId value) throws SQLException {
        throw unsupported("rowId");
    }

    @Override
    public void setURL(int index, URL value) throws SQLException {
        throw unsupported("url");
    }

    @Deprecated
    @Override
    public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
        throw unsupported("unicodeStream");
    }
}
