package dev.nacre.jdbc;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.NullUnmarked;

/** Passes every method of {@link Connection} on: so that the class above it holds nothing but what is Nacre's own. */
@NullUnmarked // nulls as JDBC has them
@SuppressWarnings("deprecation") // H2 implements them, so they are passed on
abstract class DelegatingConnection implements Connection {
    private final Connection connection;

    DelegatingConnection(Connection connection) {
        this.connection = Objects.requireNonNull(connection, "connection is null");
    }

    @Override
    public void abort(Executor value) throws SQLException {
        connection.abort(value);
    }

    @Override
    public void beginRequest() throws SQLException {
        connection.beginRequest();
    }

    @Override
    public void clearWarnings() throws SQLException {
        connection.clearWarnings();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public Array createArrayOf(String text1, Object[] value2) throws SQLException {
        return connection.createArrayOf(text1, value2);
    }

    @Override
    public Blob createBlob() throws SQLException {
        return connection.createBlob();
    }

    @Override
    public Clob createClob() throws SQLException {
        return connection.createClob();
    }

    @Override
    public NClob createNClob() throws SQLException {
        return connection.createNClob();
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        return connection.createSQLXML();
    }

    @Override
    public Statement createStatement() throws SQLException {
        return connection.createStatement();
    }

    @Override
    public Statement createStatement(int number1, int number2, int number3) throws SQLException {
        return connection.createStatement(number1, number2, number3);
    }

    @Override
    public Statement createStatement(int number1, int number2) throws SQLException {
        return connection.createStatement(number1, number2);
    }

    @Override
    public Struct createStruct(String text1, Object[] value2) throws SQLException {
        return connection.createStruct(text1, value2);
    }

    @Override
    public void endRequest() throws SQLException {
        connection.endRequest();
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return connection.getAutoCommit();
    }

    @Override
    public String getCatalog() throws SQLException {
        return connection.getCatalog();
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        return connection.getClientInfo();
    }

    @Override
    public String getClientInfo(String text) throws SQLException {
        return connection.getClientInfo(text);
    }

    @Override
    public int getHoldability() throws SQLException {
        return connection.getHoldability();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return connection.getMetaData();
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        return connection.getNetworkTimeout();
    }

    @Override
    public String getSchema() throws SQLException {
        return connection.getSchema();
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        return connection.getTransactionIsolation();
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        return connection.getTypeMap();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        return connection.getWarnings();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return connection.isClosed();
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    @Override
    public boolean isValid(int number) throws SQLException {
        return connection.isValid(number);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return connection.isWrapperFor(type);
    }

    @Override
    public String nativeSQL(String text) throws SQLException {
        return connection.nativeSQL(text);
    }

    @Override
    public CallableStatement prepareCall(String sql1, int number2, int number3, int number4) throws SQLException {
        return connection.prepareCall(sql1, number2, number3, number4);
    }

    @Override
    public CallableStatement prepareCall(String sql1, int number2, int number3) throws SQLException {
        return connection.prepareCall(sql1, number2, number3);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql1, int[] value2) throws SQLException {
        return connection.prepareStatement(sql1, value2);
    }

    @Override
    public PreparedStatement prepareStatement(String sql1, String[] value2) throws SQLException {
        return connection.prepareStatement(sql1, value2);
    }

    @Override
    public PreparedStatement prepareStatement(String sql1, int number2, int number3, int number4) throws SQLException {
        return connection.prepareStatement(sql1, number2, number3, number4);
    }

    @Override
    public PreparedStatement prepareStatement(String sql1, int number2, int number3) throws SQLException {
        return connection.prepareStatement(sql1, number2, number3);
    }

    @Override
    public PreparedStatement prepareStatement(String sql1, int number2) throws SQLException {
        return connection.prepareStatement(sql1, number2);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void releaseSavepoint(Savepoint value) throws SQLException {
        connection.releaseSavepoint(value);
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void rollback(Savepoint value) throws SQLException {
        connection.rollback(value);
    }

    @Override
    public void setAutoCommit(boolean value) throws SQLException {
        connection.setAutoCommit(value);
    }

    @Override
    public void setCatalog(String text) throws SQLException {
        connection.setCatalog(text);
    }

    @Override
    public void setClientInfo(String text1, String text2) throws SQLClientInfoException {
        connection.setClientInfo(text1, text2);
    }

    @Override
    public void setClientInfo(Properties value) throws SQLClientInfoException {
        connection.setClientInfo(value);
    }

    @Override
    public void setHoldability(int index) throws SQLException {
        connection.setHoldability(index);
    }

    @Override
    public void setNetworkTimeout(Executor value1, int number2) throws SQLException {
        connection.setNetworkTimeout(value1, number2);
    }

    @Override
    public void setReadOnly(boolean value) throws SQLException {
        connection.setReadOnly(value);
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        return connection.setSavepoint();
    }

    @Override
    public Savepoint setSavepoint(String text) throws SQLException {
        return connection.setSavepoint(text);
    }

    @Override
    public void setSchema(String text) throws SQLException {
        connection.setSchema(text);
    }

    @Override
    public boolean setShardingKeyIfValid(ShardingKey value1, int number2) throws SQLException {
        return connection.setShardingKeyIfValid(value1, number2);
    }

    @Override
    public boolean setShardingKeyIfValid(ShardingKey value1, ShardingKey value2, int number3) throws SQLException {
        return connection.setShardingKeyIfValid(value1, value2, number3);
    }

    @Override
    public void setShardingKey(ShardingKey value1, ShardingKey value2) throws SQLException {
        connection.setShardingKey(value1, value2);
    }

    @Override
    public void setShardingKey(ShardingKey value) throws SQLException {
        connection.setShardingKey(value);
    }

    @Override
    public void setTransactionIsolation(int index) throws SQLException {
        connection.setTransactionIsolation(index);
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> value) throws SQLException {
        connection.setTypeMap(value);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return connection.unwrap(type);
    }
}
