package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared statement of H2's. */
final class NacrePreparedStatement extends DelegatingPreparedStatement {
    private final NacreConnection connection;
    private final Route route;
    private final PreparedStatement h2;

    NacrePreparedStatement(NacreConnection connection, Route route, PreparedStatement h2) {
        super(h2);
        this.connection = connection;
        this.route = route;
        this.h2 = h2;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return new NacreResultSet(run(h2::executeQuery), this);
    }

    private <T> T run(H2Run.Prepared<T> action) throws SQLException {
        return new H2Run(connection).run(route, action);
    }

    @Override
    public boolean execute() throws SQLException {
        return run(h2::execute);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return run(h2::executeUpdate);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return run(h2::executeLargeUpdate);
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return run(h2::executeBatch);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return run(h2::executeLargeBatch);
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
