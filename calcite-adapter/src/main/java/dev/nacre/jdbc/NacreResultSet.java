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
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : result.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || result.isWrapperFor(type);
    }
}
