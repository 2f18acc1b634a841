package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** Passes every method of {@link Statement} on: so that the class above it holds nothing but what is Nacre's own. */
@NullUnmarked // nulls as JDBC has them
@SuppressWarnings("deprecation") // H2 implements them, so they are passed on
abstract class DelegatingStatement implements Statement {
    private final Statement statement;

    DelegatingStatement(Statement statement) {
        this.statement = Objects.requireNonNull(statement, "statement is null");
    }

    @Override
    public void addBatch(String text) throws SQLException {
        statement.addBatch(text);
    }

    @Override
    public void cancel() throws SQLException {
        statement.cancel();
    }

    @Override
    public void clearBatch() throws SQLException {
        statement.clearBatch();
    }

    @Override
    public void clearWarnings() throws SQLException {
        statement.clearWarnings();
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        statement.closeOnCompletion();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    @Override
    public String enquoteIdentifier(String text1, boolean value2) throws SQLException {
        return statement.enquoteIdentifier(text1, value2);
    }

    @Override
    public String enquoteLiteral(String text) throws SQLException {
        return statement.enquoteLiteral(text);
    }

    @Override
    public String enquoteNCharLiteral(String text) throws SQLException {
        return statement.enquoteNCharLiteral(text);
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return statement.executeBatch();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return statement.executeLargeBatch();
    }

    @Override
    public long executeLargeUpdate(String text1, int[] value2) throws SQLException {
        return statement.executeLargeUpdate(text1, value2);
    }

    @Override
    public long executeLargeUpdate(String text1, String[] value2) throws SQLException {
        return statement.executeLargeUpdate(text1, value2);
    }

    @Override
    public long executeLargeUpdate(String text1, int number2) throws SQLException {
        return statement.executeLargeUpdate(text1, number2);
    }

    @Override
    public long executeLargeUpdate(String text) throws SQLException {
        return statement.executeLargeUpdate(text);
    }

    @Override
    public ResultSet executeQuery(String text) throws SQLException {
        return statement.executeQuery(text);
    }

    @Override
    public int executeUpdate(String text1, int[] value2) throws SQLException {
        return statement.executeUpdate(text1, value2);
    }

    @Override
    public int executeUpdate(String text1, String[] value2) throws SQLException {
        return statement.executeUpdate(text1, value2);
    }

    @Override
    public int executeUpdate(String text1, int number2) throws SQLException {
        return statement.executeUpdate(text1, number2);
    }

    @Override
    public int executeUpdate(String text) throws SQLException {
        return statement.executeUpdate(text);
    }

    @Override
    public boolean execute(String text1, int[] value2) throws SQLException {
        return statement.execute(text1, value2);
    }

    @Override
    public boolean execute(String text1, String[] value2) throws SQLException {
        return statement.execute(text1, value2);
    }

    @Override
    public boolean execute(String text1, int number2) throws SQLException {
        return statement.execute(text1, number2);
    }

    @Override
    public boolean execute(String text) throws SQLException {
        return statement.execute(text);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return statement.getConnection();
    }

    @Override
    public int getFetchDirection() throws SQLException {
        return statement.getFetchDirection();
    }

    @Override
    public int getFetchSize() throws SQLException {
        return statement.getFetchSize();
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        return statement.getGeneratedKeys();
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        return statement.getLargeMaxRows();
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        return statement.getLargeUpdateCount();
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        return statement.getMaxFieldSize();
    }

    @Override
    public int getMaxRows() throws SQLException {
        return statement.getMaxRows();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return statement.getMoreResults();
    }

    @Override
    public boolean getMoreResults(int index) throws SQLException {
        return statement.getMoreResults(index);
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        return statement.getQueryTimeout();
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        return statement.getResultSetConcurrency();
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        return statement.getResultSetHoldability();
    }

    @Override
    public int getResultSetType() throws SQLException {
        return statement.getResultSetType();
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return statement.getResultSet();
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return statement.getUpdateCount();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        return statement.getWarnings();
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        return statement.isCloseOnCompletion();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return statement.isClosed();
    }

    @Override
    public boolean isPoolable() throws SQLException {
        return statement.isPoolable();
    }

    @Override
    public boolean isSimpleIdentifier(String text) throws SQLException {
        return statement.isSimpleIdentifier(text);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return statement.isWrapperFor(type);
    }

    @Override
    public void setCursorName(String text) throws SQLException {
        statement.setCursorName(text);
    }

    @Override
    public void setEscapeProcessing(boolean value) throws SQLException {
        statement.setEscapeProcessing(value);
    }

    @Override
    public void setFetchDirection(int index) throws SQLException {
        statement.setFetchDirection(index);
    }

    @Override
    public void setFetchSize(int index) throws SQLException {
        statement.setFetchSize(index);
    }

    @Override
    public void setLargeMaxRows(long value) throws SQLException {
        statement.setLargeMaxRows(value);
    }

    @Override
    public void setMaxFieldSize(int index) throws SQLException {
        statement.setMaxFieldSize(index);
    }

    @Override
    public void setMaxRows(int index) throws SQLException {
        statement.setMaxRows(index);
    }

    @Override
    public void setPoolable(boolean value) throws SQLException {
        statement.setPoolable(value);
    }

    @Override
    public void setQueryTimeout(int index) throws SQLException {
        statement.setQueryTimeout(index);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return statement.unwrap(type);
    }
}
