package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared statement of H2's. */
final class NacrePreparedStatement extends DelegatingPreparedStatement {
    private final NacreConnection connection;
    private final PreparedStatement h2;

    NacrePreparedStatement(NacreConnection connection, PreparedStatement h2) {
        super(h2);
        this.connection = connection;
        this.h2 = h2;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        connection.settle();
        return new NacreResultSet(h2.executeQuery(), this);
    }

    @Override
    public boolean execute() throws SQLException {
        connection.settle();
        return h2.execute();
    }

    @Override
    public int executeUpdate() throws SQLException {
        connection.settle();
        return h2.executeUpdate();
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        connection.settle();
        return h2.executeLargeUpdate();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        connection.settle();
        return h2.executeBatch();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        connection.settle();
        return h2.executeLargeBatch();
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        return NacreResultSet.orNull(h2.getResultSet(), this);
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        return new NacreResultSet(h2.getGeneratedKeys(), this);
    }

    @Override
    public Connection getConnection() throws SQLException {
        h2.getConnection(); // refuses when the statement is closed
        return connection;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : h2.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || h2.isWrapperFor(type);
    }
}
