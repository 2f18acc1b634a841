package dev.nacre.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared statement of H2's. */
class NacrePreparedStatement extends DelegatingPreparedStatement {
    private final NacreConnection connection;
    private final Route route;
    private final PreparedStatement h2;
    private final ResultFaces faces = new ResultFaces(this, () -> {}); // H2 closes its statement itself

    NacrePreparedStatement(NacreConnection connection, Route route, PreparedStatement h2) {
        super(h2);
        this.connection = connection;
        this.route = route;
        this.h2 = h2;
        faces.by(route);
    }

    /** Returns what the columns of its results are called. */
    final ColumnLabels labels() {
        return ColumnLabels.of(route);
    }

    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        return labels().in(h2.getMetaData());
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return faces.of(run(h2::executeQuery));
    }

    private <T> T run(H2Run.Action<T> action) throws SQLException {
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
        return faces.orNull(h2.getResultSet());
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        return faces.ofKeys(h2.getGeneratedKeys());
    }

    @Override
    public @Nullable Connection getConnection() throws SQLException {
        return h2.getConnection() == null ? null : connection; // H2 has none when the statement is closed
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrappers.unwrap(this, h2, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Wrappers.isWrapperFor(this, h2, type);
    }
}
