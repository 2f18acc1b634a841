package dev.nacre.testkit;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlFailureTest {

    private static final int DIVISION_BY_ZERO = 22012;

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @Test
    void acceptsFailureAsDescribed() {
        assertThatSqlFails(connection, "VALUES 1 / 0")
                .hasState("22012")
                .hasCode(DIVISION_BY_ZERO)
                .hasMessageContaining("Division by zero")
                .leavesUsable(connection);
    }

    @Test
    void seesFailureOfLaterRow() {
        assertThatSqlFails(connection, "SELECT 1 / (2 - X) FROM SYSTEM_RANGE(1, 3)")
                .hasState("22012");
    }

    @Test
    void rejectsStatementThatSucceeds() {
        assertThatThrownBy(() -> assertThatSqlFails(connection, "VALUES 1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("'VALUES 1': expected it to fail, but it succeeded");
    }

    @Test
    void rejectsOtherState() {
        assertThatThrownBy(() -> assertThatSqlFails(connection, "VALUES 1 / 0").hasState("38000"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("SQLSTATE of 'Division by zero", "38000", "22012");
    }

    @Test
    void rejectsOtherCode() {
        assertThatThrownBy(() -> assertThatSqlFails(connection, "VALUES 1 / 0").hasCode(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("vendor code of 'Division by zero");
    }

    @Test
    void rejectsConnectionThatIsBroken() {
        assertThatThrownBy(() -> {
                    SqlFailure failure = assertThatSqlFails(connection, "VALUES 1 / 0");
                    connection.close();
                    failure.leavesUsable(connection);
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("the connection is broken");
    }
}
