package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may set what: SET, the URL, properties, and the JVM above all. */
class SettingTest {
    private static final String MAXIMUM = "nacre.max.memory";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @AfterEach
    void forgetMaximum() {
        System.clearProperty(MAXIMUM);
    }

    private static String value(Connection connection, SqlSetting setting) throws SQLException {
        return connection.unwrap(NacreConnection.class).settings().effective().text(setting);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
            assertThat(statement.getUpdateCount()).isZero();
        }
    }

    @Test
    void setsAndForgets() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);

        execute(connection, "set nacre.call_timeout = 200");
        assertThat(value(connection, SqlSetting.CALL_TIMEOUT)).isEqualTo("200 ms");
        execute(connection, "SET NACRE.\"call_timeout\" = '1.5 s'");
        assertThat(value(connection, SqlSetting.CALL_TIMEOUT)).isEqualTo("1500 ms");
        try (PreparedStatement prepared = connection.prepareStatement("SET NACRE.CALL_TIMEOUT = NULL")) {
            prepared.execute();
        }
        assertThat(value(connection, SqlSetting.CALL_TIMEOUT)).isEqualTo("5 s");
        assertThat(value(database.connect(), SqlSetting.CALL_TIMEOUT)).isEqualTo("5 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET NACRE.MEMROY = 1 | SET NACRE: expected one of the settings call_timeout, ",
                "SET NACRE.MEMORY = '16 MB' | SET NACRE: setting 'memory': expected a size such as '64 KiB', '16 MiB' or"
                        + " '1 GiB', found '16 MB'",
                "SET NACRE.MEMORY = TRUE | SET NACRE: setting 'memory': expected a size such as '64 KiB', '16 MiB' or"
                        + " '1 GiB', found 'TRUE'",
                "SET NACRE.MEMORY = -1 | SET NACRE: setting 'memory': expected a size",
                "SET NACRE.MEMORY = 1e99999999 | SET NACRE: setting 'memory': expected at most 256 MiB (only whoever"
                        + " starts the JVM can allow more, with -Dnacre.max.memory), found '1E+99999999'",
                "SET NACRE.CALL_TIMEOUT = '0 s' | SET NACRE: setting 'call_timeout': expected at least 1 ms",
                "SET NACRE.\"x\"\"y\" = 1 | SET NACRE: expected one of the settings",
            })
    void refusesNonsense(String sql, String message) throws SQLException {
        Connection connection = database.connect();

        assertThatSqlFails(connection, sql)
                .hasState("22023")
                .hasCode(2040)
                .hasMessageStartingWith(message)
                .leavesUsable(connection);
        assertThat(value(connection, SqlSetting.MEMORY)).isEqualTo("16 MiB");
    }

    @Test
    void letsTheJvmHaveTheLastWord() throws SQLException {
        System.setProperty(MAXIMUM, "8 MiB");
        Connection connection = database.connect();

        assertThat(value(connection, SqlSetting.MEMORY)).isEqualTo("8 MiB");
        assertThatSqlFails(connection, "SET NACRE.MEMORY = '9 MiB'")
                .hasState("22023")
                .leavesUsable(connection);

        System.setProperty(MAXIMUM, "64 MiB");
        Connection later = database.connect();
        assertThat(value(later, SqlSetting.MEMORY)).isEqualTo("16 MiB");
        execute(later, "SET NACRE.MEMORY = '64 MiB'");
        assertThat(value(later, SqlSetting.MEMORY)).isEqualTo("64 MiB");
    }

    @Test
    void opensNothingUnderMaximaThatMeanNothing() {
        System.setProperty(MAXIMUM, "a lot");

        assertThatFails("connecting", () -> DriverManager.getConnection("jdbc:nacre:h2:mem:"))
                .hasState("22023")
                .hasMessage(
                        "system property 'nacre.max.memory': setting 'memory': expected a size such as '64 KiB', '16 MiB'"
                                + " or '1 GiB', found 'a lot'");
    }

    /** H2 refuses what it does not know, so that it cannot have seen Nacre's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:nacre:h2:mem:;NACRE_MEMORY=8 MiB",
                "jdbc:nacre:h2:mem:;MODE=MySQL;nacre_memory=8388608;TRACE_LEVEL_FILE=0",
                "jdbc:nacre:h2:mem:;NACRE_MEMORY=8\\ MiB;INIT=CREATE TABLE T(S VARCHAR)\\;INSERT INTO T VALUES(';NACRE_')",
                "jdbc:nacre:h2:mem:;NACRE_MEMORY=9 MiB;;NACRE_MEMORY=8 MiB;",
            })
    void readsTheUrl(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.replace("(';NACRE_')", "('\\;NACRE_')"))) {
            assertThat(value(connection, SqlSetting.MEMORY)).isEqualTo("8 MiB");
            execute(connection, "SET NACRE.MEMORY = '9 MiB'");
            assertThat(value(connection, SqlSetting.MEMORY)).as("the smallest").isEqualTo("8 MiB");
            if (url.contains("INIT")) {
                assertThat(Rows.single(connection, "SELECT S FROM T")).isEqualTo(";NACRE_");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:nacre:h2:mem:;NACRE_MEMORY=1 TiB | 22023 | connection URL: setting 'memory': expected a size",
                "jdbc:nacre:h2:mem:;NACRE_MEMORY | 22023 | connection URL: setting 'memory': expected a size",
                "jdbc:nacre:h2:mem:;NACRE_MEMORY=1 GiB | 22023 | connection URL: setting 'memory': expected at most 256 MiB",
                "jdbc:nacre:h2:mem:;NACRE_=1 | 22023 | connection URL: expected one of the settings",
                "jdbc:nacre:h2:mem:;NACREMEMORY=1 | 90113 | Unsupported connection setting \"NACREMEMORY\"",
                "jdbc:nacre:h2:mem:;NACRE_MEMORY=8 MiB;NO_SUCH=1 | 90113 | Unsupported connection setting \"NO_SUCH\"",
            })
    void refusesNonsenseInTheUrl(String url, String state, String message) {
        assertThatFails("connecting", () -> DriverManager.getConnection(url))
                .hasState(state)
                .hasMessageStartingWith(message);
    }

    @Test
    void readsProperties() throws SQLException {
        Properties info = new Properties();
        info.setProperty("nacre.memory", "8 MiB");
        info.setProperty("nacre.fuel", "1000");
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:;NACRE_FUEL=900", info)) {
            assertThat(value(connection, SqlSetting.MEMORY)).isEqualTo("8 MiB");
            assertThat(value(connection, SqlSetting.FUEL)).isEqualTo("900");
        }
        info.setProperty("nacre.memory", "1 GiB");
        assertThatFails("connecting", () -> DriverManager.getConnection("jdbc:nacre:h2:mem:", info))
                .hasState("22023")
                .hasMessageStartingWith("connection properties: setting 'memory': expected at most 256 MiB");
    }
}
