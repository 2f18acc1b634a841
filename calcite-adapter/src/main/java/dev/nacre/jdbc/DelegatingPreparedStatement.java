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
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** Passes every method of {@link PreparedStatement} on: so that the class above it holds nothing but what is Nacre's own. */
@NullUnmarked // nulls as JDBC has them
@SuppressWarnings("deprecation") // H2 implements them, so they are passed on
abstract class DelegatingPreparedStatement extends DelegatingStatement implements PreparedStatement {
    private final PreparedStatement prepared;

    DelegatingPreparedStatement(PreparedStatement prepared) {
        super(prepared);
        this.prepared = Objects.requireNonNull(prepared, "prepared is null");
    }

    @Override
    public void addBatch() throws SQLException {
        prepared.addBatch();
    }

    @Override
    public void clearParameters() throws SQLException {
        prepared.clearParameters();
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return prepared.executeLargeUpdate();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return prepared.executeQuery();
    }

    @Override
    public int executeUpdate() throws SQLException {
        return prepared.executeUpdate();
    }

    @Override
    public boolean execute() throws SQLException {
        return prepared.execute();
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return prepared.getMetaData();
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        return prepared.getParameterMetaData();
    }

    @Override
    public void setArray(int index1, Array value2) throws SQLException {
        prepared.setArray(index1, value2);
    }

    @Override
    public void setAsciiStream(int index1, InputStream value2, int number3) throws SQLException {
        prepared.setAsciiStream(index1, value2, number3);
    }

    @Override
    public void setAsciiStream(int index1, InputStream value2, long value3) throws SQLException {
        prepared.setAsciiStream(index1, value2, value3);
    }

    @Override
    public void setAsciiStream(int index1, InputStream value2) throws SQLException {
        prepared.setAsciiStream(index1, value2);
    }

    @Override
    public void setBigDecimal(int index1, BigDecimal value2) throws SQLException {
        prepared.setBigDecimal(index1, value2);
    }

    @Override
    public void setBinaryStream(int index1, InputStream value2, int number3) throws SQLException {
        prepared.setBinaryStream(index1, value2, number3);
    }

    @Override
    public void setBinaryStream(int index1, InputStream value2, long value3) throws SQLException {
        prepared.setBinaryStream(index1, value2, value3);
    }

    @Override
    public void setBinaryStream(int index1, InputStream value2) throws SQLException {
        prepared.setBinaryStream(index1, value2);
    }

    @Override
    public void setBlob(int index1, InputStream value2, long value3) throws SQLException {
        prepared.setBlob(index1, value2, value3);
    }

    @Override
    public void setBlob(int index1, InputStream value2) throws SQLException {
        prepared.setBlob(index1, value2);
    }

    @Override
    public void setBlob(int index1, Blob value2) throws SQLException {
        prepared.setBlob(index1, value2);
    }

    @Override
    public void setBoolean(int index1, boolean value2) throws SQLException {
        prepared.setBoolean(index1, value2);
    }

    @Override
    public void setByte(int index1, byte value2) throws SQLException {
        prepared.setByte(index1, value2);
    }

    @Override
    public void setBytes(int index1, byte[] value2) throws SQLException {
        prepared.setBytes(index1, value2);
    }

    @Override
    public void setCharacterStream(int index1, Reader value2, int number3) throws SQLException {
        prepared.setCharacterStream(index1, value2, number3);
    }

    @Override
    public void setCharacterStream(int index1, Reader value2, long value3) throws SQLException {
        prepared.setCharacterStream(index1, value2, value3);
    }

    @Override
    public void setCharacterStream(int index1, Reader value2) throws SQLException {
        prepared.setCharacterStream(index1, value2);
    }

    @Override
    public void setClob(int index1, Reader value2, long value3) throws SQLException {
        prepared.setClob(index1, value2, value3);
    }

    @Override
    public void setClob(int index1, Reader value2) throws SQLException {
        prepared.setClob(index1, value2);
    }

    @Override
    public void setClob(int index1, Clob value2) throws SQLException {
        prepared.setClob(index1, value2);
    }

    @Override
    public void setDate(int index1, Date value2, Calendar calendar3) throws SQLException {
        prepared.setDate(index1, value2, calendar3);
    }

    @Override
    public void setDate(int index1, Date value2) throws SQLException {
        prepared.setDate(index1, value2);
    }

    @Override
    public void setDouble(int index1, double value2) throws SQLException {
        prepared.setDouble(index1, value2);
    }

    @Override
    public void setFloat(int index1, float value2) throws SQLException {
        prepared.setFloat(index1, value2);
    }

    @Override
    public void setInt(int index1, int number2) throws SQLException {
        prepared.setInt(index1, number2);
    }

    @Override
    public void setLong(int index1, long value2) throws SQLException {
        prepared.setLong(index1, value2);
    }

    @Override
    public void setNCharacterStream(int index1, Reader value2, long value3) throws SQLException {
        prepared.setNCharacterStream(index1, value2, value3);
    }

    @Override
    public void setNCharacterStream(int index1, Reader value2) throws SQLException {
        prepared.setNCharacterStream(index1, value2);
    }

    @Override
    public void setNClob(int index1, Reader value2, long value3) throws SQLException {
        prepared.setNClob(index1, value2, value3);
    }

    @Override
    public void setNClob(int index1, Reader value2) throws SQLException {
        prepared.setNClob(index1, value2);
    }

    @Override
    public void setNClob(int index1, NClob value2) throws SQLException {
        prepared.setNClob(index1, value2);
    }

    @Override
    public void setNString(int index1, String text2) throws SQLException {
        prepared.setNString(index1, text2);
    }

    @Override
    public void setNull(int index1, int number2, String text3) throws SQLException {
        prepared.setNull(index1, number2, text3);
    }

    @Override
    public void setNull(int index1, int number2) throws SQLException {
        prepared.setNull(index1, number2);
    }

    @Override
    public void setObject(int index1, Object value2, int number3, int number4) throws SQLException {
        prepared.setObject(index1, value2, number3, number4);
    }

    @Override
    public void setObject(int index1, Object value2, int number3) throws SQLException {
        prepared.setObject(index1, value2, number3);
    }

    @Override
    public void setObject(int index1, Object value2, SQLType value3, int number4) throws SQLException {
        prepared.setObject(index1, value2, value3, number4);
    }

    @Override
    public void setObject(int index1, Object value2, SQLType value3) throws SQLException {
        prepared.setObject(index1, value2, value3);
    }

    @Override
    public void setObject(int index1, Object value2) throws SQLException {
        prepared.setObject(index1, value2);
    }

    @Override
    public void setRef(int index1, Ref value2) throws SQLException {
        prepared.setRef(index1, value2);
    }

    @Override
    public void setRowId(int index1, RowId value2) throws SQLException {
        prepared.setRowId(index1, value2);
    }

    @Override
    public void setSQLXML(int index1, SQLXML value2) throws SQLException {
        prepared.setSQLXML(index1, value2);
    }

    @Override
    public void setShort(int index1, short value2) throws SQLException {
        prepared.setShort(index1, value2);
    }

    @Override
    public void setString(int index1, String text2) throws SQLException {
        prepared.setString(index1, text2);
    }

    @Override
    public void setTime(int index1, Time value2, Calendar calendar3) throws SQLException {
        prepared.setTime(index1, value2, calendar3);
    }

    @Override
    public void setTime(int index1, Time value2) throws SQLException {
        prepared.setTime(index1, value2);
    }

    @Override
    public void setTimestamp(int index1, Timestamp value2, Calendar calendar3) throws SQLException {
        prepared.setTimestamp(index1, value2, calendar3);
    }

    @Override
    public void setTimestamp(int index1, Timestamp value2) throws SQLException {
        prepared.setTimestamp(index1, value2);
    }

    @Override
    public void setURL(int index1, URL value2) throws SQLException {
        prepared.setURL(index1, value2);
    }

    @Deprecated
    @Override
    public void setUnicodeStream(int index1, InputStream value2, int number3) throws SQLException {
        prepared.setUnicodeStream(index1, value2, number3);
    }
}
