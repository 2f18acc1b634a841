package dev.nacre.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** Passes every method of {@link CallableStatement} on: so that the class above it holds nothing but what is Nacre's own. */
@NullUnmarked // nulls as JDBC has them
@SuppressWarnings("deprecation") // H2 implements them, so they are passed on
abstract class DelegatingCallableStatement extends NacrePreparedStatement implements CallableStatement {
    private final CallableStatement call;

    DelegatingCallableStatement(NacreConnection connection, Route route, CallableStatement call) {
        super(connection, route, call);
        this.call = Objects.requireNonNull(call, "call is null");
    }

    /** Returns what H2 calls a parameter that the client names. */
    private String parameter(String name) {
        return labels().ofH2(name, call::getMetaData);
    }

    @Override
    public Array getArray(String text) throws SQLException {
        return call.getArray(parameter(text));
    }

    @Override
    public Array getArray(int index) throws SQLException {
        return call.getArray(index);
    }

    @Override
    public BigDecimal getBigDecimal(String text) throws SQLException {
        return call.getBigDecimal(parameter(text));
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(int index1, int number2) throws SQLException {
        return call.getBigDecimal(index1, number2);
    }

    @Override
    public BigDecimal getBigDecimal(int index) throws SQLException {
        return call.getBigDecimal(index);
    }

    @Override
    public Blob getBlob(String text) throws SQLException {
        return call.getBlob(parameter(text));
    }

    @Override
    public Blob getBlob(int index) throws SQLException {
        return call.getBlob(index);
    }

    @Override
    public boolean getBoolean(String text) throws SQLException {
        return call.getBoolean(parameter(text));
    }

    @Override
    public boolean getBoolean(int index) throws SQLException {
        return call.getBoolean(index);
    }

    @Override
    public byte getByte(String text) throws SQLException {
        return call.getByte(parameter(text));
    }

    @Override
    public byte getByte(int index) throws SQLException {
        return call.getByte(index);
    }

    @Override
    public byte[] getBytes(String text) throws SQLException {
        return call.getBytes(parameter(text));
    }

    @Override
    public byte[] getBytes(int index) throws SQLException {
        return call.getBytes(index);
    }

    @Override
    public Reader getCharacterStream(String text) throws SQLException {
        return call.getCharacterStream(parameter(text));
    }

    @Override
    public Reader getCharacterStream(int index) throws SQLException {
        return call.getCharacterStream(index);
    }

    @Override
    public Clob getClob(String text) throws SQLException {
        return call.getClob(parameter(text));
    }

    @Override
    public Clob getClob(int index) throws SQLException {
        return call.getClob(index);
    }

    @Override
    public Date getDate(String text1, Calendar calendar2) throws SQLException {
        return call.getDate(parameter(text1), calendar2);
    }

    @Override
    public Date getDate(String text) throws SQLException {
        return call.getDate(parameter(text));
    }

    @Override
    public Date getDate(int index1, Calendar calendar2) throws SQLException {
        return call.getDate(index1, calendar2);
    }

    @Override
    public Date getDate(int index) throws SQLException {
        return call.getDate(index);
    }

    @Override
    public double getDouble(String text) throws SQLException {
        return call.getDouble(parameter(text));
    }

    @Override
    public double getDouble(int index) throws SQLException {
        return call.getDouble(index);
    }

    @Override
    public float getFloat(String text) throws SQLException {
        return call.getFloat(parameter(text));
    }

    @Override
    public float getFloat(int index) throws SQLException {
        return call.getFloat(index);
    }

    @Override
    public int getInt(String text) throws SQLException {
        return call.getInt(parameter(text));
    }

    @Override
    public int getInt(int index) throws SQLException {
        return call.getInt(index);
    }

    @Override
    public long getLong(String text) throws SQLException {
        return call.getLong(parameter(text));
    }

    @Override
    public long getLong(int index) throws SQLException {
        return call.getLong(index);
    }

    @Override
    public Reader getNCharacterStream(String text) throws SQLException {
        return call.getNCharacterStream(parameter(text));
    }

    @Override
    public Reader getNCharacterStream(int index) throws SQLException {
        return call.getNCharacterStream(index);
    }

    @Override
    public NClob getNClob(String text) throws SQLException {
        return call.getNClob(parameter(text));
    }

    @Override
    public NClob getNClob(int index) throws SQLException {
        return call.getNClob(index);
    }

    @Override
    public String getNString(String text) throws SQLException {
        return call.getNString(parameter(text));
    }

    @Override
    public String getNString(int index) throws SQLException {
        return call.getNString(index);
    }

    @Override
    public <T> T getObject(String text1, Class<T> type2) throws SQLException {
        return call.getObject(parameter(text1), type2);
    }

    @Override
    public Object getObject(String text1, Map<String, Class<?>> value2) throws SQLException {
        return call.getObject(parameter(text1), value2);
    }

    @Override
    public Object getObject(String text) throws SQLException {
        return call.getObject(parameter(text));
    }

    @Override
    public <T> T getObject(int index1, Class<T> type2) throws SQLException {
        return call.getObject(index1, type2);
    }

    @Override
    public Object getObject(int index1, Map<String, Class<?>> value2) throws SQLException {
        return call.getObject(index1, value2);
    }

    @Override
    public Object getObject(int index) throws SQLException {
        return call.getObject(index);
    }

    @Override
    public Ref getRef(String text) throws SQLException {
        return call.getRef(parameter(text));
    }

    @Override
    public Ref getRef(int index) throws SQLException {
        return call.getRef(index);
    }

    @Override
    public RowId getRowId(String text) throws SQLException {
        return call.getRowId(parameter(text));
    }

    @Override
    public RowId getRowId(int index) throws SQLException {
        return call.getRowId(index);
    }

    @Override
    public SQLXML getSQLXML(String text) throws SQLException {
        return call.getSQLXML(parameter(text));
    }

    @Override
    public SQLXML getSQLXML(int index) throws SQLException {
        return call.getSQLXML(index);
    }

    @Override
    public short getShort(String text) throws SQLException {
        return call.getShort(parameter(text));
    }

    @Override
    public short getShort(int index) throws SQLException {
        return call.getShort(index);
    }

    @Override
    public String getString(String text) throws SQLException {
        return call.getString(parameter(text));
    }

    @Override
    public String getString(int index) throws SQLException {
        return call.getString(index);
    }

    @Override
    public Time getTime(String text1, Calendar calendar2) throws SQLException {
        return call.getTime(parameter(text1), calendar2);
    }

    @Override
    public Time getTime(String text) throws SQLException {
        return call.getTime(parameter(text));
    }

    @Override
    public Time getTime(int index1, Calendar calendar2) throws SQLException {
        return call.getTime(index1, calendar2);
    }

    @Override
    public Time getTime(int index) throws SQLException {
        return call.getTime(index);
    }

    @Override
    public Timestamp getTimestamp(String text1, Calendar calendar2) throws SQLException {
        return call.getTimestamp(parameter(text1), calendar2);
    }

    @Override
    public Timestamp getTimestamp(String text) throws SQLException {
        return call.getTimestamp(parameter(text));
    }

    @Override
    public Timestamp getTimestamp(int index1, Calendar calendar2) throws SQLException {
        return call.getTimestamp(index1, calendar2);
    }

    @Override
    public Timestamp getTimestamp(int index) throws SQLException {
        return call.getTimestamp(index);
    }

    @Override
    public URL getURL(String text) throws SQLException {
        return call.getURL(parameter(text));
    }

    @Override
    public URL getURL(int index) throws SQLException {
        return call.getURL(index);
    }

    @Override
    public void registerOutParameter(String text1, int number2, String text3) throws SQLException {
        call.registerOutParameter(parameter(text1), number2, text3);
    }

    @Override
    public void registerOutParameter(String text1, int number2, int number3) throws SQLException {
        call.registerOutParameter(parameter(text1), number2, number3);
    }

    @Override
    public void registerOutParameter(String text1, int number2) throws SQLException {
        call.registerOutParameter(parameter(text1), number2);
    }

    @Override
    public void registerOutParameter(String text1, SQLType value2, String text3) throws SQLException {
        call.registerOutParameter(parameter(text1), value2, text3);
    }

    @Override
    public void registerOutParameter(String text1, SQLType value2, int number3) throws SQLException {
        call.registerOutParameter(parameter(text1), value2, number3);
    }

    @Override
    public void registerOutParameter(String text1, SQLType value2) throws SQLException {
        call.registerOutParameter(parameter(text1), value2);
    }

    @Override
    public void registerOutParameter(int number1, int number2, String text3) throws SQLException {
        call.registerOutParameter(number1, number2, text3);
    }

    @Override
    public void registerOutParameter(int number1, int number2, int number3) throws SQLException {
        call.registerOutParameter(number1, number2, number3);
    }

    @Override
    public void registerOutParameter(int number1, int number2) throws SQLException {
        call.registerOutParameter(number1, number2);
    }

    @Override
    public void registerOutParameter(int number1, SQLType value2, String text3) throws SQLException {
        call.registerOutParameter(number1, value2, text3);
    }

    @Override
    public void registerOutParameter(int number1, SQLType value2, int number3) throws SQLException {
        call.registerOutParameter(number1, value2, number3);
    }

    @Override
    public void registerOutParameter(int number1, SQLType value2) throws SQLException {
        call.registerOutParameter(number1, value2);
    }

    @Override
    public void setAsciiStream(String text1, InputStream value2, int number3) throws SQLException {
        call.setAsciiStream(parameter(text1), value2, number3);
    }

    @Override
    public void setAsciiStream(String text1, InputStream value2, long value3) throws SQLException {
        call.setAsciiStream(parameter(text1), value2, value3);
    }

    @Override
    public void setAsciiStream(String text1, InputStream value2) throws SQLException {
        call.setAsciiStream(parameter(text1), value2);
    }

    @Override
    public void setBigDecimal(String text1, BigDecimal value2) throws SQLException {
        call.setBigDecimal(parameter(text1), value2);
    }

    @Override
    public void setBinaryStream(String text1, InputStream value2, int number3) throws SQLException {
        call.setBinaryStream(parameter(text1), value2, number3);
    }

    @Override
    public void setBinaryStream(String text1, InputStream value2, long value3) throws SQLException {
        call.setBinaryStream(parameter(text1), value2, value3);
    }

    @Override
    public void setBinaryStream(String text1, InputStream value2) throws SQLException {
        call.setBinaryStream(parameter(text1), value2);
    }

    @Override
    public void setBlob(String text1, InputStream value2, long value3) throws SQLException {
        call.setBlob(parameter(text1), value2, value3);
    }

    @Override
    public void setBlob(String text1, InputStream value2) throws SQLException {
        call.setBlob(parameter(text1), value2);
    }

    @Override
    public void setBlob(String text1, Blob value2) throws SQLException {
        call.setBlob(parameter(text1), value2);
    }

    @Override
    public void setBoolean(String text1, boolean value2) throws SQLException {
        call.setBoolean(parameter(text1), value2);
    }

    @Override
    public void setByte(String text1, byte value2) throws SQLException {
        call.setByte(parameter(text1), value2);
    }

    @Override
    public void setBytes(String text1, byte[] value2) throws SQLException {
        call.setBytes(parameter(text1), value2);
    }

    @Override
    public void setCharacterStream(String text1, Reader value2, int number3) throws SQLException {
        call.setCharacterStream(parameter(text1), value2, number3);
    }

    @Override
    public void setCharacterStream(String text1, Reader value2, long value3) throws SQLException {
        call.setCharacterStream(parameter(text1), value2, value3);
    }

    @Override
    public void setCharacterStream(String text1, Reader value2) throws SQLException {
        call.setCharacterStream(parameter(text1), value2);
    }

    @Override
    public void setClob(String text1, Reader value2, long value3) throws SQLException {
        call.setClob(parameter(text1), value2, value3);
    }

    @Override
    public void setClob(String text1, Reader value2) throws SQLException {
        call.setClob(parameter(text1), value2);
    }

    @Override
    public void setClob(String text1, Clob value2) throws SQLException {
        call.setClob(parameter(text1), value2);
    }

    @Override
    public void setDate(String text1, Date value2, Calendar calendar3) throws SQLException {
        call.setDate(parameter(text1), value2, calendar3);
    }

    @Override
    public void setDate(String text1, Date value2) throws SQLException {
        call.setDate(parameter(text1), value2);
    }

    @Override
    public void setDouble(String text1, double value2) throws SQLException {
        call.setDouble(parameter(text1), value2);
    }

    @Override
    public void setFloat(String text1, float value2) throws SQLException {
        call.setFloat(parameter(text1), value2);
    }

    @Override
    public void setInt(String text1, int number2) throws SQLException {
        call.setInt(parameter(text1), number2);
    }

    @Override
    public void setLong(String text1, long value2) throws SQLException {
        call.setLong(parameter(text1), value2);
    }

    @Override
    public void setNCharacterStream(String text1, Reader value2, long value3) throws SQLException {
        call.setNCharacterStream(parameter(text1), value2, value3);
    }

    @Override
    public void setNCharacterStream(String text1, Reader value2) throws SQLException {
        call.setNCharacterStream(parameter(text1), value2);
    }

    @Override
    public void setNClob(String text1, Reader value2, long value3) throws SQLException {
        call.setNClob(parameter(text1), value2, value3);
    }

    @Override
    public void setNClob(String text1, Reader value2) throws SQLException {
        call.setNClob(parameter(text1), value2);
    }

    @Override
    public void setNClob(String text1, NClob value2) throws SQLException {
        call.setNClob(parameter(text1), value2);
    }

    @Override
    public void setNString(String text1, String text2) throws SQLException {
        call.setNString(parameter(text1), text2);
    }

    @Override
    public void setNull(String text1, int number2, String text3) throws SQLException {
        call.setNull(parameter(text1), number2, text3);
    }

    @Override
    public void setNull(String text1, int number2) throws SQLException {
        call.setNull(parameter(text1), number2);
    }

    @Override
    public void setObject(String text1, Object value2, int number3, int number4) throws SQLException {
        call.setObject(parameter(text1), value2, number3, number4);
    }

    @Override
    public void setObject(String text1, Object value2, int number3) throws SQLException {
        call.setObject(parameter(text1), value2, number3);
    }

    @Override
    public void setObject(String text1, Object value2, SQLType value3, int number4) throws SQLException {
        call.setObject(parameter(text1), value2, value3, number4);
    }

    @Override
    public void setObject(String text1, Object value2, SQLType value3) throws SQLException {
        call.setObject(parameter(text1), value2, value3);
    }

    @Override
    public void setObject(String text1, Object value2) throws SQLException {
        call.setObject(parameter(text1), value2);
    }

    @Override
    public void setRowId(String text1, RowId value2) throws SQLException {
        call.setRowId(parameter(text1), value2);
    }

    @Override
    public void setSQLXML(String text1, SQLXML value2) throws SQLException {
        call.setSQLXML(parameter(text1), value2);
    }

    @Override
    public void setShort(String text1, short value2) throws SQLException {
        call.setShort(parameter(text1), value2);
    }

    @Override
    public void setString(String text1, String text2) throws SQLException {
        call.setString(parameter(text1), text2);
    }

    @Override
    public void setTime(String text1, Time value2, Calendar calendar3) throws SQLException {
        call.setTime(parameter(text1), value2, calendar3);
    }

    @Override
    public void setTime(String text1, Time value2) throws SQLException {
        call.setTime(parameter(text1), value2);
    }

    @Override
    public void setTimestamp(String text1, Timestamp value2, Calendar calendar3) throws SQLException {
        call.setTimestamp(parameter(text1), value2, calendar3);
    }

    @Override
    public void setTimestamp(String text1, Timestamp value2) throws SQLException {
        call.setTimestamp(parameter(text1), value2);
    }

    @Override
    public void setURL(String text1, URL value2) throws SQLException {
        call.setURL(parameter(text1), value2);
    }

    @Override
    public boolean wasNull() throws SQLException {
        return call.wasNull();
    }
}
