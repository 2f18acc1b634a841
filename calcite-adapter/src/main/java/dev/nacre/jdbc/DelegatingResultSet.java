package dev.nacre.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** Passes every method of {@link ResultSet} on: so that the class above it holds nothing but what is Nacre's own. */
@NullUnmarked // nulls as JDBC has them
@SuppressWarnings("deprecation") // H2 implements them, so they are passed on
abstract class DelegatingResultSet implements ResultSet {
    private final ResultSet result;

    DelegatingResultSet(ResultSet result) {
        this.result = Objects.requireNonNull(result, "result is null");
    }

    /** Returns what H2 calls the column that the client asks for. */
    abstract String column(String label) throws SQLException;

    @Override
    public boolean absolute(int number) throws SQLException {
        return result.absolute(number);
    }

    @Override
    public void afterLast() throws SQLException {
        result.afterLast();
    }

    @Override
    public void beforeFirst() throws SQLException {
        result.beforeFirst();
    }

    @Override
    public void cancelRowUpdates() throws SQLException {
        result.cancelRowUpdates();
    }

    @Override
    public void clearWarnings() throws SQLException {
        result.clearWarnings();
    }

    @Override
    public void close() throws SQLException {
        result.close();
    }

    @Override
    public void deleteRow() throws SQLException {
        result.deleteRow();
    }

    @Override
    public int findColumn(String text) throws SQLException {
        return result.findColumn(column(text));
    }

    @Override
    public boolean first() throws SQLException {
        return result.first();
    }

    @Override
    public Array getArray(String text) throws SQLException {
        return result.getArray(column(text));
    }

    @Override
    public Array getArray(int index) throws SQLException {
        return result.getArray(index);
    }

    @Override
    public InputStream getAsciiStream(String text) throws SQLException {
        return result.getAsciiStream(column(text));
    }

    @Override
    public InputStream getAsciiStream(int index) throws SQLException {
        return result.getAsciiStream(index);
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(String text1, int number2) throws SQLException {
        return result.getBigDecimal(column(text1), number2);
    }

    @Override
    public BigDecimal getBigDecimal(String text) throws SQLException {
        return result.getBigDecimal(column(text));
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(int index1, int number2) throws SQLException {
        return result.getBigDecimal(index1, number2);
    }

    @Override
    public BigDecimal getBigDecimal(int index) throws SQLException {
        return result.getBigDecimal(index);
    }

    @Override
    public InputStream getBinaryStream(String text) throws SQLException {
        return result.getBinaryStream(column(text));
    }

    @Override
    public InputStream getBinaryStream(int index) throws SQLException {
        return result.getBinaryStream(index);
    }

    @Override
    public Blob getBlob(String text) throws SQLException {
        return result.getBlob(column(text));
    }

    @Override
    public Blob getBlob(int index) throws SQLException {
        return result.getBlob(index);
    }

    @Override
    public boolean getBoolean(String text) throws SQLException {
        return result.getBoolean(column(text));
    }

    @Override
    public boolean getBoolean(int index) throws SQLException {
        return result.getBoolean(index);
    }

    @Override
    public byte getByte(String text) throws SQLException {
        return result.getByte(column(text));
    }

    @Override
    public byte getByte(int index) throws SQLException {
        return result.getByte(index);
    }

    @Override
    public byte[] getBytes(String text) throws SQLException {
        return result.getBytes(column(text));
    }

    @Override
    public byte[] getBytes(int index) throws SQLException {
        return result.getBytes(index);
    }

    @Override
    public Reader getCharacterStream(String text) throws SQLException {
        return result.getCharacterStream(column(text));
    }

    @Override
    public Reader getCharacterStream(int index) throws SQLException {
        return result.getCharacterStream(index);
    }

    @Override
    public Clob getClob(String text) throws SQLException {
        return result.getClob(column(text));
    }

    @Override
    public Clob getClob(int index) throws SQLException {
        return result.getClob(index);
    }

    @Override
    public int getConcurrency() throws SQLException {
        return result.getConcurrency();
    }

    @Override
    public String getCursorName() throws SQLException {
        return result.getCursorName();
    }

    @Override
    public Date getDate(String text1, Calendar calendar2) throws SQLException {
        return result.getDate(column(text1), calendar2);
    }

    @Override
    public Date getDate(String text) throws SQLException {
        return result.getDate(column(text));
    }

    @Override
    public Date getDate(int index1, Calendar calendar2) throws SQLException {
        return result.getDate(index1, calendar2);
    }

    @Override
    public Date getDate(int index) throws SQLException {
        return result.getDate(index);
    }

    @Override
    public double getDouble(String text) throws SQLException {
        return result.getDouble(column(text));
    }

    @Override
    public double getDouble(int index) throws SQLException {
        return result.getDouble(index);
    }

    @Override
    public int getFetchDirection() throws SQLException {
        return result.getFetchDirection();
    }

    @Override
    public int getFetchSize() throws SQLException {
        return result.getFetchSize();
    }

    @Override
    public float getFloat(String text) throws SQLException {
        return result.getFloat(column(text));
    }

    @Override
    public float getFloat(int index) throws SQLException {
        return result.getFloat(index);
    }

    @Override
    public int getHoldability() throws SQLException {
        return result.getHoldability();
    }

    @Override
    public int getInt(String text) throws SQLException {
        return result.getInt(column(text));
    }

    @Override
    public int getInt(int index) throws SQLException {
        return result.getInt(index);
    }

    @Override
    public long getLong(String text) throws SQLException {
        return result.getLong(column(text));
    }

    @Override
    public long getLong(int index) throws SQLException {
        return result.getLong(index);
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return result.getMetaData();
    }

    @Override
    public Reader getNCharacterStream(String text) throws SQLException {
        return result.getNCharacterStream(column(text));
    }

    @Override
    public Reader getNCharacterStream(int index) throws SQLException {
        return result.getNCharacterStream(index);
    }

    @Override
    public NClob getNClob(String text) throws SQLException {
        return result.getNClob(column(text));
    }

    @Override
    public NClob getNClob(int index) throws SQLException {
        return result.getNClob(index);
    }

    @Override
    public String getNString(String text) throws SQLException {
        return result.getNString(column(text));
    }

    @Override
    public String getNString(int index) throws SQLException {
        return result.getNString(index);
    }

    @Override
    public <T> T getObject(String text1, Class<T> type2) throws SQLException {
        return result.getObject(column(text1), type2);
    }

    @Override
    public Object getObject(String text1, Map<String, Class<?>> value2) throws SQLException {
        return result.getObject(column(text1), value2);
    }

    @Override
    public Object getObject(String text) throws SQLException {
        return result.getObject(column(text));
    }

    @Override
    public <T> T getObject(int index1, Class<T> type2) throws SQLException {
        return result.getObject(index1, type2);
    }

    @Override
    public Object getObject(int index1, Map<String, Class<?>> value2) throws SQLException {
        return result.getObject(index1, value2);
    }

    @Override
    public Object getObject(int index) throws SQLException {
        return result.getObject(index);
    }

    @Override
    public Ref getRef(String text) throws SQLException {
        return result.getRef(column(text));
    }

    @Override
    public Ref getRef(int index) throws SQLException {
        return result.getRef(index);
    }

    @Override
    public RowId getRowId(String text) throws SQLException {
        return result.getRowId(column(text));
    }

    @Override
    public RowId getRowId(int index) throws SQLException {
        return result.getRowId(index);
    }

    @Override
    public int getRow() throws SQLException {
        return result.getRow();
    }

    @Override
    public SQLXML getSQLXML(String text) throws SQLException {
        return result.getSQLXML(column(text));
    }

    @Override
    public SQLXML getSQLXML(int index) throws SQLException {
        return result.getSQLXML(index);
    }

    @Override
    public short getShort(String text) throws SQLException {
        return result.getShort(column(text));
    }

    @Override
    public short getShort(int index) throws SQLException {
        return result.getShort(index);
    }

    @Override
    public Statement getStatement() throws SQLException {
        return result.getStatement();
    }

    @Override
    public String getString(String text) throws SQLException {
        return result.getString(column(text));
    }

    @Override
    public String getString(int index) throws SQLException {
        return result.getString(index);
    }

    @Override
    public Time getTime(String text1, Calendar calendar2) throws SQLException {
        return result.getTime(column(text1), calendar2);
    }

    @Override
    public Time getTime(String text) throws SQLException {
        return result.getTime(column(text));
    }

    @Override
    public Time getTime(int index1, Calendar calendar2) throws SQLException {
        return result.getTime(index1, calendar2);
    }

    @Override
    public Time getTime(int index) throws SQLException {
        return result.getTime(index);
    }

    @Override
    public Timestamp getTimestamp(String text1, Calendar calendar2) throws SQLException {
        return result.getTimestamp(column(text1), calendar2);
    }

    @Override
    public Timestamp getTimestamp(String text) throws SQLException {
        return result.getTimestamp(column(text));
    }

    @Override
    public Timestamp getTimestamp(int index1, Calendar calendar2) throws SQLException {
        return result.getTimestamp(index1, calendar2);
    }

    @Override
    public Timestamp getTimestamp(int index) throws SQLException {
        return result.getTimestamp(index);
    }

    @Override
    public int getType() throws SQLException {
        return result.getType();
    }

    @Override
    public URL getURL(String text) throws SQLException {
        return result.getURL(column(text));
    }

    @Override
    public URL getURL(int index) throws SQLException {
        return result.getURL(index);
    }

    @Deprecated
    @Override
    public InputStream getUnicodeStream(String text) throws SQLException {
        return result.getUnicodeStream(column(text));
    }

    @Deprecated
    @Override
    public InputStream getUnicodeStream(int index) throws SQLException {
        return result.getUnicodeStream(index);
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        return result.getWarnings();
    }

    @Override
    public void insertRow() throws SQLException {
        result.insertRow();
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        return result.isAfterLast();
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        return result.isBeforeFirst();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return result.isClosed();
    }

    @Override
    public boolean isFirst() throws SQLException {
        return result.isFirst();
    }

    @Override
    public boolean isLast() throws SQLException {
        return result.isLast();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return result.isWrapperFor(type);
    }

    @Override
    public boolean last() throws SQLException {
        return result.last();
    }

    @Override
    public void moveToCurrentRow() throws SQLException {
        result.moveToCurrentRow();
    }

    @Override
    public void moveToInsertRow() throws SQLException {
        result.moveToInsertRow();
    }

    @Override
    public boolean next() throws SQLException {
        return result.next();
    }

    @Override
    public boolean previous() throws SQLException {
        return result.previous();
    }

    @Override
    public void refreshRow() throws SQLException {
        result.refreshRow();
    }

    @Override
    public boolean relative(int number) throws SQLException {
        return result.relative(number);
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        return result.rowDeleted();
    }

    @Override
    public boolean rowInserted() throws SQLException {
        return result.rowInserted();
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        return result.rowUpdated();
    }

    @Override
    public void setFetchDirection(int index) throws SQLException {
        result.setFetchDirection(index);
    }

    @Override
    public void setFetchSize(int index) throws SQLException {
        result.setFetchSize(index);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return result.unwrap(type);
    }

    @Override
    public void updateArray(String text1, Array value2) throws SQLException {
        result.updateArray(column(text1), value2);
    }

    @Override
    public void updateArray(int index1, Array value2) throws SQLException {
        result.updateArray(index1, value2);
    }

    @Override
    public void updateAsciiStream(String text1, InputStream value2, int number3) throws SQLException {
        result.updateAsciiStream(column(text1), value2, number3);
    }

    @Override
    public void updateAsciiStream(String text1, InputStream value2, long value3) throws SQLException {
        result.updateAsciiStream(column(text1), value2, value3);
    }

    @Override
    public void updateAsciiStream(String text1, InputStream value2) throws SQLException {
        result.updateAsciiStream(column(text1), value2);
    }

    @Override
    public void updateAsciiStream(int index1, InputStream value2, int number3) throws SQLException {
        result.updateAsciiStream(index1, value2, number3);
    }

    @Override
    public void updateAsciiStream(int index1, InputStream value2, long value3) throws SQLException {
        result.updateAsciiStream(index1, value2, value3);
    }

    @Override
    public void updateAsciiStream(int index1, InputStream value2) throws SQLException {
        result.updateAsciiStream(index1, value2);
    }

    @Override
    public void updateBigDecimal(String text1, BigDecimal value2) throws SQLException {
        result.updateBigDecimal(column(text1), value2);
    }

    @Override
    public void updateBigDecimal(int index1, BigDecimal value2) throws SQLException {
        result.updateBigDecimal(index1, value2);
    }

    @Override
    public void updateBinaryStream(String text1, InputStream value2, int number3) throws SQLException {
        result.updateBinaryStream(column(text1), value2, number3);
    }

    @Override
    public void updateBinaryStream(String text1, InputStream value2, long value3) throws SQLException {
        result.updateBinaryStream(column(text1), value2, value3);
    }

    @Override
    public void updateBinaryStream(String text1, InputStream value2) throws SQLException {
        result.updateBinaryStream(column(text1), value2);
    }

    @Override
    public void updateBinaryStream(int index1, InputStream value2, int number3) throws SQLException {
        result.updateBinaryStream(index1, value2, number3);
    }

    @Override
    public void updateBinaryStream(int index1, InputStream value2, long value3) throws SQLException {
        result.updateBinaryStream(index1, value2, value3);
    }

    @Override
    public void updateBinaryStream(int index1, InputStream value2) throws SQLException {
        result.updateBinaryStream(index1, value2);
    }

    @Override
    public void updateBlob(String text1, InputStream value2, long value3) throws SQLException {
        result.updateBlob(column(text1), value2, value3);
    }

    @Override
    public void updateBlob(String text1, InputStream value2) throws SQLException {
        result.updateBlob(column(text1), value2);
    }

    @Override
    public void updateBlob(String text1, Blob value2) throws SQLException {
        result.updateBlob(column(text1), value2);
    }

    @Override
    public void updateBlob(int index1, InputStream value2, long value3) throws SQLException {
        result.updateBlob(index1, value2, value3);
    }

    @Override
    public void updateBlob(int index1, InputStream value2) throws SQLException {
        result.updateBlob(index1, value2);
    }

    @Override
    public void updateBlob(int index1, Blob value2) throws SQLException {
        result.updateBlob(index1, value2);
    }

    @Override
    public void updateBoolean(String text1, boolean value2) throws SQLException {
        result.updateBoolean(column(text1), value2);
    }

    @Override
    public void updateBoolean(int index1, boolean value2) throws SQLException {
        result.updateBoolean(index1, value2);
    }

    @Override
    public void updateByte(String text1, byte value2) throws SQLException {
        result.updateByte(column(text1), value2);
    }

    @Override
    public void updateByte(int index1, byte value2) throws SQLException {
        result.updateByte(index1, value2);
    }

    @Override
    public void updateBytes(String text1, byte[] value2) throws SQLException {
        result.updateBytes(column(text1), value2);
    }

    @Override
    public void updateBytes(int index1, byte[] value2) throws SQLException {
        result.updateBytes(index1, value2);
    }

    @Override
    public void updateCharacterStream(String text1, Reader value2, int number3) throws SQLException {
        result.updateCharacterStream(column(text1), value2, number3);
    }

    @Override
    public void updateCharacterStream(String text1, Reader value2, long value3) throws SQLException {
        result.updateCharacterStream(column(text1), value2, value3);
    }

    @Override
    public void updateCharacterStream(String text1, Reader value2) throws SQLException {
        result.updateCharacterStream(column(text1), value2);
    }

    @Override
    public void updateCharacterStream(int index1, Reader value2, int number3) throws SQLException {
        result.updateCharacterStream(index1, value2, number3);
    }

    @Override
    public void updateCharacterStream(int index1, Reader value2, long value3) throws SQLException {
        result.updateCharacterStream(index1, value2, value3);
    }

    @Override
    public void updateCharacterStream(int index1, Reader value2) throws SQLException {
        result.updateCharacterStream(index1, value2);
    }

    @Override
    public void updateClob(String text1, Reader value2, long value3) throws SQLException {
        result.updateClob(column(text1), value2, value3);
    }

    @Override
    public void updateClob(String text1, Reader value2) throws SQLException {
        result.updateClob(column(text1), value2);
    }

    @Override
    public void updateClob(String text1, Clob value2) throws SQLException {
        result.updateClob(column(text1), value2);
    }

    @Override
    public void updateClob(int index1, Reader value2, long value3) throws SQLException {
        result.updateClob(index1, value2, value3);
    }

    @Override
    public void updateClob(int index1, Reader value2) throws SQLException {
        result.updateClob(index1, value2);
    }

    @Override
    public void updateClob(int index1, Clob value2) throws SQLException {
        result.updateClob(index1, value2);
    }

    @Override
    public void updateDate(String text1, Date value2) throws SQLException {
        result.updateDate(column(text1), value2);
    }

    @Override
    public void updateDate(int index1, Date value2) throws SQLException {
        result.updateDate(index1, value2);
    }

    @Override
    public void updateDouble(String text1, double value2) throws SQLException {
        result.updateDouble(column(text1), value2);
    }

    @Override
    public void updateDouble(int index1, double value2) throws SQLException {
        result.updateDouble(index1, value2);
    }

    @Override
    public void updateFloat(String text1, float value2) throws SQLException {
        result.updateFloat(column(text1), value2);
    }

    @Override
    public void updateFloat(int index1, float value2) throws SQLException {
        result.updateFloat(index1, value2);
    }

    @Override
    public void updateInt(String text1, int number2) throws SQLException {
        result.updateInt(column(text1), number2);
    }

    @Override
    public void updateInt(int index1, int number2) throws SQLException {
        result.updateInt(index1, number2);
    }

    @Override
    public void updateLong(String text1, long value2) throws SQLException {
        result.updateLong(column(text1), value2);
    }

    @Override
    public void updateLong(int index1, long value2) throws SQLException {
        result.updateLong(index1, value2);
    }

    @Override
    public void updateNCharacterStream(String text1, Reader value2, long value3) throws SQLException {
        result.updateNCharacterStream(column(text1), value2, value3);
    }

    @Override
    public void updateNCharacterStream(String text1, Reader value2) throws SQLException {
        result.updateNCharacterStream(column(text1), value2);
    }

    @Override
    public void updateNCharacterStream(int index1, Reader value2, long value3) throws SQLException {
        result.updateNCharacterStream(index1, value2, value3);
    }

    @Override
    public void updateNCharacterStream(int index1, Reader value2) throws SQLException {
        result.updateNCharacterStream(index1, value2);
    }

    @Override
    public void updateNClob(String text1, Reader value2, long value3) throws SQLException {
        result.updateNClob(column(text1), value2, value3);
    }

    @Override
    public void updateNClob(String text1, Reader value2) throws SQLException {
        result.updateNClob(column(text1), value2);
    }

    @Override
    public void updateNClob(String text1, NClob value2) throws SQLException {
        result.updateNClob(column(text1), value2);
    }

    @Override
    public void updateNClob(int index1, Reader value2, long value3) throws SQLException {
        result.updateNClob(index1, value2, value3);
    }

    @Override
    public void updateNClob(int index1, Reader value2) throws SQLException {
        result.updateNClob(index1, value2);
    }

    @Override
    public void updateNClob(int index1, NClob value2) throws SQLException {
        result.updateNClob(index1, value2);
    }

    @Override
    public void updateNString(String text1, String text2) throws SQLException {
        result.updateNString(column(text1), text2);
    }

    @Override
    public void updateNString(int index1, String text2) throws SQLException {
        result.updateNString(index1, text2);
    }

    @Override
    public void updateNull(String text) throws SQLException {
        result.updateNull(column(text));
    }

    @Override
    public void updateNull(int index) throws SQLException {
        result.updateNull(index);
    }

    @Override
    public void updateObject(String text1, Object value2, int number3) throws SQLException {
        result.updateObject(column(text1), value2, number3);
    }

    @Override
    public void updateObject(String text1, Object value2, SQLType value3, int number4) throws SQLException {
        result.updateObject(column(text1), value2, value3, number4);
    }

    @Override
    public void updateObject(String text1, Object value2, SQLType value3) throws SQLException {
        result.updateObject(column(text1), value2, value3);
    }

    @Override
    public void updateObject(String text1, Object value2) throws SQLException {
        result.updateObject(column(text1), value2);
    }

    @Override
    public void updateObject(int index1, Object value2, int number3) throws SQLException {
        result.updateObject(index1, value2, number3);
    }

    @Override
    public void updateObject(int index1, Object value2, SQLType value3, int number4) throws SQLException {
        result.updateObject(index1, value2, value3, number4);
    }

    @Override
    public void updateObject(int index1, Object value2, SQLType value3) throws SQLException {
        result.updateObject(index1, value2, value3);
    }

    @Override
    public void updateObject(int index1, Object value2) throws SQLException {
        result.updateObject(index1, value2);
    }

    @Override
    public void updateRef(String text1, Ref value2) throws SQLException {
        result.updateRef(column(text1), value2);
    }

    @Override
    public void updateRef(int index1, Ref value2) throws SQLException {
        result.updateRef(index1, value2);
    }

    @Override
    public void updateRowId(String text1, RowId value2) throws SQLException {
        result.updateRowId(column(text1), value2);
    }

    @Override
    public void updateRowId(int index1, RowId value2) throws SQLException {
        result.updateRowId(index1, value2);
    }

    @Override
    public void updateRow() throws SQLException {
        result.updateRow();
    }

    @Override
    public void updateSQLXML(String text1, SQLXML value2) throws SQLException {
        result.updateSQLXML(column(text1), value2);
    }

    @Override
    public void updateSQLXML(int index1, SQLXML value2) throws SQLException {
        result.updateSQLXML(index1, value2);
    }

    @Override
    public void updateShort(String text1, short value2) throws SQLException {
        result.updateShort(column(text1), value2);
    }

    @Override
    public void updateShort(int index1, short value2) throws SQLException {
        result.updateShort(index1, value2);
    }

    @Override
    public void updateString(String text1, String text2) throws SQLException {
        result.updateString(column(text1), text2);
    }

    @Override
    public void updateString(int index1, String text2) throws SQLException {
        result.updateString(index1, text2);
    }

    @Override
    public void updateTime(String text1, Time value2) throws SQLException {
        result.updateTime(column(text1), value2);
    }

    @Override
    public void updateTime(int index1, Time value2) throws SQLException {
        result.updateTime(index1, value2);
    }

    @Override
    public void updateTimestamp(String text1, Timestamp value2) throws SQLException {
        result.updateTimestamp(column(text1), value2);
    }

    @Override
    public void updateTimestamp(int index1, Timestamp value2) throws SQLException {
        result.updateTimestamp(index1, value2);
    }

    @Override
    public boolean wasNull() throws SQLException {
        return result.wasNull();
    }
}
