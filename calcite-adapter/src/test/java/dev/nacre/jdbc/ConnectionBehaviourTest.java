package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One Nacre connection is one H2 connection: users, locks, temporary objects and transactions are H2's. */
class ConnectionBehaviourTest {
    private static final String ANONYMOUS = "jdbc:nacre:h2:mem:";

    @Test
    void keepsAnAnonymousDatabaseToItsConnection() throws SQLException {
        try (Connection first = DriverManager.getConnection(ANONYMOUS);
                Connection second = DriverManager.getConnection(ANONYMOUS)) {
            execute(first, "CREATE TABLE T(A INT)");

            assertFails(second, "SELECT * FROM T", 42104);
        }
    }

    @Test
    void forgetsAnAnonymousDatabaseAtClose() throws SQLException {
        String url = ANONYMOUS + UUID.randomUUID();
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, "CREATE TABLE T(A INT)");
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            assertFails(connection, "SELECT * FROM T", 42104);
        }
    }

    @Test
    void releasesTheFileLockAtClose(@TempDir Path folder) throws SQLException {
        String path = folder.resolve("locked").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:file:" + path)) {
            execute(connection, "CREATE TABLE T(A INT)");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + path + ";FILE_LOCK=FILE")) {
            execute(connection, "INSERT INTO T VALUES (1)");
        }
    }

    @Test
    void keepsTemporaryTablesAndVariablesToTheirConnection() throws SQLException {
        String url = ANONYMOUS + UUID.randomUUID();
        try (Connection first = DriverManager.getConnection(url);
                Connection second = DriverManager.getConnection(url)) {
            execute(first, "CREATE LOCAL TEMPORARY TABLE T(A INT)");
            execute(first, "SET @V = 7");

            assertThat(value(first, "SELECT @V")).isEqualTo(7);
            assertThat(value(second, "SELECT @V")).isNull();
            assertFails(second, "SELECT * FROM T", 42104);
        }
    }

    @Test
    void refusesAWrongPasswordWhileOthersAreConnected() throws SQLException {
        String url = ANONYMOUS + UUID.randomUUID();
        try (Connection owner = DriverManager.getConnection(url, "owner", "secret")) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, "owner", "guess"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> {
                        assertThat(failure.getErrorCode()).isEqualTo(28000);
                        assertThat(failure.getSQLState()).isEqualTo("28000");
                    });

            assertThat(value(owner, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void rollsBackToASavepoint() throws SQLException {
        try (Connection connection = DriverManager.getConnection(ANONYMOUS)) {
            execute(connection, "CREATE TABLE T(A INT)");
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO T VALUES (1)");
            Savepoint savepoint = connection.setSavepoint();
            execute(connection, "INSERT INTO T VALUES (2)");

            connection.rollback(savepoint);
            connection.commit();

            assertThat(value(connection, "SELECT COUNT(*) FROM T")).isEqualTo(1L);
        }
    }

    @Test
    void givesGeneratedKeys() throws SQLException {
        try (Connection connection = DriverManager.getConnection(ANONYMOUS);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE T(ID INT GENERATED ALWAYS AS IDENTITY, A INT)");
            statement.executeUpdate("INSERT INTO T(A) VALUES (5)", Statement.RETURN_GENERATED_KEYS);

            try (ResultSet keys = statement.getGeneratedKeys()) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void ignoresUrlsOfOthers() throws SQLException {
        assertThat(new NacreDriver().connect("jdbc:h2:mem:", new java.util.Properties()))
                .isNull();
        assertThat(new NacreDriver().acceptsURL("jdbc:nacre:h2:mem:")).isTrue();
        assertThat(new NacreDriver().acceptsURL("jdbc:nacre:mysql:x")).isFalse();
    }

    @Test
    void takesSettingsOfBothAsProperties() throws SQLException {
        java.util.Properties properties = new java.util.Properties();
        properties.setProperty("INIT", "CREATE TABLE MADE(A INT)");
        properties.setProperty("nacre.memory", "8 MiB");

        try (Connection connection = DriverManager.getConnection(ANONYMOUS, properties)) {
            assertThat(value(connection, "SELECT COUNT(*) FROM MADE")).isEqualTo(0L);
            assertThat(value(connection, "SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME = 'memory'"))
                    .isEqualTo("8 MiB");
        }
    }

    @Test
    void isPooledByHikari() throws SQLException {
        NacreDataSource source = new NacreDataSource();
        source.setUrl(ANONYMOUS + UUID.randomUUID());
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            assertThat(value(connection, "SELECT 1")).isEqualTo(1);
            assertThat(connection.unwrap(NacreConnection.class)).isNotNull();
        }
    }

    @Test
    void refusesWorkAfterClose() throws SQLException {
        Connection connection = DriverManager.getConnection(ANONYMOUS);
        Statement statement = connection.createStatement();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(() -> statement.executeQuery("SELECT 1")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connection.prepareStatement("SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(90007));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Object value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        }
    }

    private static void assertFails(Connection connection, String sql, int code) {
        assertThatThrownBy(() -> value(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(code));
    }
}
