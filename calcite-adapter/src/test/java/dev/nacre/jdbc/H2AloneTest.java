package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Databases with functions, opened by an H2 that has never heard of Nacre, by one that has, and by Nacre again. */
class H2AloneTest {
    private static final String VIEW = "SELECT * FROM MASKED";

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void make() throws SQLException {
        file = "h2:file:" + folder.resolve("data");
        try (Connection nacre = DriverManager.getConnection("jdbc:nacre:" + file);
                Statement statement = nacre.createStatement()) {
            statement.execute("CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
            statement.execute("INSERT INTO R VALUES (1, X'0102'), (2, NULL)");
            statement.execute("CREATE FUNCTION MASK LANGUAGE WASM AS X'"
                    + HexFormat.of().formatHex(Guests.bytes("telemetry-rust")) + "' EXPORT 'handle-data'");
            statement.execute("CREATE VIEW MASKED AS SELECT ID, RAWTOHEX(NACRE_FN.\"PUBLIC.MASK\"(P)) AS HEX FROM R");
        }
    }

    @Test
    void opensAndReadsWithH2Alone() throws Exception {
        URL h2 = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {h2}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver)
                    alone.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            try (Connection connection = driver.connect("jdbc:" + file, new Properties())) {
                assertThat(Rows.of(connection, "SELECT ID FROM R ORDER BY ID")).containsExactly(List.of(1), List.of(2));
                assertThat(Rows.single(connection, "SELECT FUNCTION_NAME FROM NACRE.FUNCTIONS"))
                        .isEqualTo("MASK");
                assertThatSqlFails(connection, VIEW)
                        .hasCode(90109)
                        .hasMessageContaining("dev.nacre.function.PUBLIC.MASK")
                        .leavesUsable(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO R VALUES (3, X'03')");
                    statement.execute("CHECKPOINT SYNC");
                }
            }
        }
        assertThat(inNacre()).isEqualTo("[[1, aba8], [2, null], [3, a9]]");
    }

    @Test
    void readsByPlainH2InAProcessWithNacre() throws SQLException {
        try (Connection plain = DriverManager.getConnection("jdbc:" + file)) {
            assertThat(Rows.of(plain, VIEW)).hasToString("[[1, aba8], [2, null]]");
        }
    }

    @Test
    void makesMissingAliasesWhenItOpens() throws SQLException {
        try (Connection plain = DriverManager.getConnection("jdbc:" + file);
                Statement statement = plain.createStatement()) {
            statement.execute("DROP ALIAS NACRE_FN.\"PUBLIC.MASK\"");
            assertThatSqlFails(plain, VIEW).hasCode(90022);
        }

        assertThat(inNacre()).isEqualTo("[[1, aba8], [2, null]]");
    }

    @Test
    void goesThroughAScript() throws Exception {
        Path script = folder.resolve("script.sql");
        try (Connection nacre = DriverManager.getConnection("jdbc:nacre:" + file);
                Statement statement = nacre.createStatement()) {
            statement.execute("SCRIPT TO '" + script + "'");
        }
        try (Connection nacre = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                Statement statement = nacre.createStatement()) {
            statement.execute("RUNSCRIPT FROM '" + script + "'");
            assertThat(Rows.of(nacre, VIEW)).hasToString("[[1, aba8], [2, null]]");
            assertThat(Rows.single(nacre, "SELECT MASK(P) FROM R WHERE ID = 1")).isEqualTo("aba8");
            statement.execute("UPDATE R SET P = MASK(P)");
            statement.execute("DROP VIEW MASKED");
            statement.execute("DROP FUNCTION MASK");
        }
        URL h2 = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {h2}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver)
                    alone.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            try (Connection connection = driver.connect("jdbc:h2:mem:", new Properties());
                    Statement statement = connection.createStatement()) {
                statement.execute("RUNSCRIPT FROM '" + script + "'");
                assertThat(Rows.single(connection, "SELECT COUNT(*) FROM R")).isEqualTo(2L);
            }
        }
    }

    private String inNacre() throws SQLException {
        try (Connection nacre = DriverManager.getConnection("jdbc:nacre:" + file)) {
            return Rows.of(nacre, VIEW).toString();
        }
    }
}
