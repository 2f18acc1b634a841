package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;

/** Everything that H2 does keeps H2's meaning under Nacre's URL. */
class PassThroughTest {
    @Test
    void runsStatementsOfH2() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("CREATE TABLE T(ID INT PRIMARY KEY, NAME VARCHAR)"))
                    .isFalse();
            assertThat(statement.executeUpdate("INSERT INTO T VALUES (1, 'a'), (2, NULL)"))
                    .isEqualTo(2);

            try (ResultSet rows = statement.executeQuery("SELECT * FROM T ORDER BY ID")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt("ID")).isEqualTo(1);
                assertThat(rows.getStatement()).isSameAs(statement);
                assertThat(rows.getStatement().getConnection()).isSameAs(connection);
            }
        }
    }

    @Test
    void preparesStatementsOfH2() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS INT) + 1")) {
            statement.setInt(1, 41);

            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void keepsTheErrorsOfH2() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM NOWHERE"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> {
                        assertThat(failure.getErrorCode()).isEqualTo(42104);
                        assertThat(failure.getSQLState()).isEqualTo("42S04");
                    });
            assertThatThrownBy(() -> statement.executeQuery("SELECT UNHEARD_OF(1)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(90022));
        }
    }

    @Test
    void givesTheConnectionOfH2ToWhoeverUnwrapsIt() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            assertThat(connection.unwrap(JdbcConnection.class)).isNotNull();
            assertThat(connection.unwrap(NacreConnection.class)).isSameAs(connection);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:nacre:h2:mem:");
        }
    }

    @Test
    void showsNoFunctionsWhereThereAreNone() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW FUNCTIONS")) {
            assertThat(rows.getMetaData().getColumnLabel(2)).isEqualTo("FUNCTION_NAME");
            assertThat(rows.next()).isFalse();
        }
    }
}
