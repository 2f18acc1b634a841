package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases in which H2 is told to allow no literals. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NoLiteralsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void runNacresOwnStatements(Place where) throws SQLException {
        try (Place.Opened place = where.open(folder)) {
            Connection connection = place.first();
            Masks.execute(connection, "CREATE TABLE T(V BIGINT)");
            Masks.execute(connection, "INSERT INTO T VALUES 1, 2");
            Masks.execute(connection, "CREATE SCHEMA S");
            Masks.execute(connection, "SET ALLOW_LITERALS NONE");
            SoftAssertions softly = new SoftAssertions();
            for (String sql : new String[] {
                "CREATE COMPONENT C FROM " + Masks.bytes("echo") + " WITH (memory = '2 MiB') COMMENT 'it''s'",
                "CREATE FUNCTION S.PLUS(A BIGINT, B BIGINT) RETURNS BIGINT LANGUAGE WASM FROM C EXPORT 'add'",
                "CREATE OR REPLACE FUNCTION S.PLUS(A BIGINT, B BIGINT) RETURNS BIGINT LANGUAGE WASM FROM C EXPORT 'subtract'",
                "IMPORT FUNCTIONS FROM C LIMIT TO ('add', 'multiply') INTO S",
                "CREATE FUNCTION IF NOT EXISTS S.PLUS(A BIGINT, B BIGINT) RETURNS BIGINT LANGUAGE WASM FROM C EXPORT 'add'",
                "SHOW FUNCTIONS LIKE 'PL%'",
                "SHOW COMPONENTS",
                "SHOW CREATE FUNCTION S.PLUS",
                "SHOW CREATE COMPONENT C",
                "DESCRIBE FUNCTION S.PLUS",
                "DESCRIBE COMPONENT C",
                "CREATE OR REPLACE COMPONENT C FROM " + Masks.bytes("echo") + " COMMENT 'other'",
                "SELECT F(V), S.PLUS(V, V) FROM T WHERE F(V) > V ORDER BY V",
                "EXPLAIN SELECT F(V) FROM T",
                "INSERT INTO T SELECT F(V) FROM T",
                "ALTER SCHEMA S RENAME TO U",
                "SELECT COUNT(*) FROM NACRE.FUNCTIONS",
                "SELECT COUNT(*) FROM NACRE.SETTINGS",
                "SET NACRE.MEMORY = '8 MiB'",
                "DROP FUNCTION U.PLUS",
                "DROP SCHEMA U CASCADE",
                "DROP COMPONENT C CASCADE",
            }) {
                softly.assertThatCode(() -> Masks.execute(connection, sql))
                        .as(sql)
                        .doesNotThrowAnyException();
            }
            softly.assertThatCode(() -> place.connect().close()).doesNotThrowAnyException();
            softly.assertAll();
        }
    }

    @Test
    void makeTheCatalog() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            Masks.execute(connection, "SET ALLOW_LITERALS NONE");
            Masks.create(connection, "MASK");
            assertThat(Rows.single(connection, "SELECT MASK(?)", (Object) new byte[] {0}))
                    .isEqualTo("aa");
            assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90116);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bringTheRowsOfRuntimeViews(Place where) throws SQLException {
        try (Place.Opened place = where.open(folder)) {
            Connection connection = place.first();
            Masks.execute(connection, "CREATE TABLE T(V BIGINT)");
            Masks.execute(connection, "INSERT INTO T VALUES 1, 2");
            Masks.execute(connection, "SET ALLOW_LITERALS NONE");

            assertThat(Rows.of(
                            connection,
                            "SELECT SETTING_NAME, SETTING_VALUE, ? FROM NACRE.SETTINGS WHERE SETTING_NAME = ? AND UNIT = ?",
                            "x",
                            "call_timeout",
                            "ms"))
                    .hasToString("[[call_timeout, 5 s, x]]");
            assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.SETTINGS"))
                    .isEqualTo((long) SqlSetting.values().length);
            assertThat(Rows.of(connection, "SELECT * FROM NACRE.LOG")).isEmpty();
            Rows.of(connection, "SELECT F(V) FROM T");
            assertThat(Rows.of(connection, "SELECT FUNCTION_NAME, CALLS FROM NACRE.FUNCTION_STATS"))
                    .hasToString("[[F, 2]]");
            assertThat(Rows.single(
                            connection,
                            "SELECT COUNT(*) FROM NACRE.SETTINGS A JOIN NACRE.SETTINGS B ON A.SETTING_NAME = B.SETTING_NAME"
                                    + " WHERE A.SETTING_NAME = ?2 OR B.SETTING_NAME = ?1",
                            "fuel",
                            "memory"))
                    .isEqualTo(2L);
            try (PreparedStatement statement = connection.prepareStatement(
                    "CREATE TABLE KEPT AS SELECT * FROM NACRE.SETTINGS WHERE SETTING_NAME <> ?")) {
                statement.setString(1, "fuel");
                statement.executeUpdate();
                assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
            }
            assertThat(Rows.single(connection, "SELECT COUNT(*) FROM KEPT")).isEqualTo(SqlSetting.values().length - 1L);
            assertThatSqlFails(connection, "SELECT * FROM NACRE.SETTINGS WHERE SETTING_NAME = 'fuel'")
                    .hasCode(90116);
        }
    }
}
