package dev.nacre.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/**
 * Asserts that SQL fails, and how.
 *
 * {@snippet :
 * assertThatSqlFails(connection, "SELECT mask(X'')")
 *         .hasState("38000")
 *         .hasMessageContaining("Payload cannot be empty")
 *         .leavesUsable(connection);
 * }
 */
public final class SqlFailure extends AbstractThrowableAssert<SqlFailure, SQLException> {

    private SqlFailure(SQLException failure) {
        super(failure, SqlFailure.class);
    }

    /**
     * Executes a statement, reads all it returns, and asserts that one of both fails with an {@link SQLException}.
     *
     * @param connection stays open
     * @param sql any statement
     */
    public static SqlFailure assertThatSqlFails(Connection connection, String sql) {
        return assertThatFails("'" + sql + "'", () -> drain(connection, sql));
    }

    /**
     * Asserts that an action fails with an {@link SQLException}.
     *
     * @param description what the action is, for the message when it does not fail
     * @param action uses JDBC
     */
    public static SqlFailure assertThatFails(String description, Action action) {
        try {
            action.run();
        } catch (SQLException failure) {
            return new SqlFailure(failure);
        }
        throw new AssertionError(description + ": expected it to fail, but it succeeded");
    }

    /** Asserts the SQLSTATE. */
    public SqlFailure hasState(String expected) {
        return check(
                "SQLSTATE", state -> Assertions.assertThat(state.getSQLState()).isEqualTo(expected));
    }

    /** Asserts the vendor code: the number of Nacre's error code, or H2's. */
    public SqlFailure hasCode(int expected) {
        return check(
                "vendor code",
                failure -> Assertions.assertThat(failure.getErrorCode()).isEqualTo(expected));
    }

    /** Asserts that a connection still answers. */
    public SqlFailure leavesUsable(Connection connection) {
        try {
            Assertions.assertThat(Rows.single(connection, "VALUES 1")).isEqualTo(1);
        } catch (SQLException broken) {
            throw new AssertionError(
                    "after the failure '" + actual.getMessage() + "' the connection is broken", broken);
        }
        return myself;
    }

    private SqlFailure check(String what, Consumer<SQLException> assertion) {
        isNotNull();
        try {
            assertion.accept(actual);
        } catch (AssertionError mismatch) {
            mismatch.addSuppressed(actual);
            throw new AssertionError(what + " of '" + actual.getMessage() + "': " + mismatch.getMessage(), mismatch);
        }
        return myself;
    }

    private static void drain(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet results = statement.getResultSet()) {
                    Rows.all(results);
                }
            }
        }
    }

    /** Something done with JDBC. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it.
         *
         * @throws SQLException when it fails
         */
        void run() throws SQLException;
    }
}
