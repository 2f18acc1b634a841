package dev.nacre.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A result set of H2's under a statement of ours. */
final class NacreResultSet extends DelegatingResultSet {
    private final ResultSet result;
    private final @Nullable Statement statement;

    /**
     * @param statement null for what the database's metadata answers
     */
    NacreResultSet(ResultSet result, @Nullable Statement statement) {
        super(result);
        this.result = result;
        this.statement = statement;
    }

    static @Nullable ResultSet orNull(@Nullable ResultSet result, Statement statement) {
        return result == null ? null : new NacreResultSet(result, statement);
    }

    @Override
    public @Nullable Statement getStatement() throws SQLException {
        result.getStatement(); // H2 refuses when the result set is closed
        return statement;
    }

    @Override
    public void insertRow() throws SQLException {
        settle();
        result.insertRow();
    }

    @Override
    public void updateRow() throws SQLException {
        settle();
        result.updateRow();
    }

    @Override
    public void deleteRow() throws SQLException {
        settle();
        result.deleteRow();
    }

    @Override
    public void refreshRow() throws SQLException {
        settle();
        result.refreshRow();
    }

    /** Rows are changed and read again by statements of H2's, which must not meet an open reading. */
    private void settle() throws SQLException {
        if (statement != null && statement.getConnection() instanceof NacreConnection connection) {
            connection.settle();
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : result.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || result.isWrapperFor(type);
    }
}
