package dev.nacre.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A result set of H2's under a statement of ours. */
class NacreResultSet extends DelegatingResultSet {
    private final ResultSet result;
    private final Statement statement;
    private final Completion onClose;
    private final ColumnLabels labels;

    /**
     * @param onClose what the statement does when the client closes its result
     */
    NacreResultSet(ResultSet result, Statement statement, Completion onClose) {
        this(result, statement, onClose, ColumnLabels.OF_H2);
    }

    /**
     * @param labels what the columns are called
     */
    NacreResultSet(ResultSet result, Statement statement, Completion onClose, ColumnLabels labels) {
        super(result);
        this.result = result;
        this.statement = statement;
        this.onClose = onClose;
        this.labels = labels;
    }

    @Override
    final @Nullable String column(@Nullable String label) throws SQLException {
        return labels.ofH2(label, result::getMetaData);
    }

    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        return labels.in(result.getMetaData());
    }

    /** What a statement does when the client closes its result. */
    interface Completion {
        void complete() throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        boolean wasOpen = !result.isClosed();
        result.close();
        if (wasOpen) {
            onClose.complete();
        }
    }

    /** Closes because the statement runs again or is closed. */
    final void closeByStatement() throws SQLException {
        result.close();
    }

    /** Returns whether this is that result of H2's. */
    final boolean shows(ResultSet other) {
        return result == other;
    }

    @Override
    public Statement getStatement() throws SQLException {
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
        return Wrappers.unwrap(this, result, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Wrappers.isWrapperFor(this, result, type);
    }
}
