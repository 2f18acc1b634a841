package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.functions.grants.HostBounds;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What components have of the host: nothing, then what GRANT gives, and never more than the JVM allows. */
@Timeout(120)
class HostGrantsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    private Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        run("CREATE COMPONENT PROBE FROM " + Masks.bytes("probe-rust"));
        run("IMPORT FUNCTIONS FROM PROBE EXCEPT ('random-numbers', 'insecure-seed')");
    }

    @AfterEach
    void allowNothing() {
        System.clearProperty(HostBounds.WORDS);
        System.clearProperty(HostBounds.FOLDERS);
        System.clearProperty(HostBounds.READ_ONLY_FOLDERS);
    }

    private void run(String... statements) throws SQLException {
        for (String sql : statements) {
            Masks.execute(connection, sql);
        }
    }

    private Object single(String sql) throws SQLException {
        return Rows.single(connection, sql);
    }

    private List<List<Object>> grants() throws SQLException {
        return Rows.of(
                connection,
                "SELECT COMPONENT_NAME, CAPABILITY, GRANTEE FROM NACRE.GRANTS"
                        + " WHERE COMPONENT_NAME IS NOT NULL ORDER BY CAPABILITY");
    }

    @Test
    void giveTheTime() throws SQLException {
        System.setProperty(HostBounds.WORDS, " clock ");
        assertThat(single("SELECT WALL_CLOCK_SECONDS()")).hasToString("0");
        long before = Instant.now().getEpochSecond();

        run("GRANT CLOCK ON COMPONENT PROBE");
        assertThat(Long.parseLong(single("SELECT WALL_CLOCK_SECONDS()").toString()))
                .isBetween(before, before + 600);
        assertThat(grants()).containsExactly(java.util.Arrays.asList("PROBE", "CLOCK", null));

        run("REVOKE CLOCK ON COMPONENT PROBE");
        assertThat(single("SELECT WALL_CLOCK_SECONDS()")).hasToString("0");
        assertThat(grants()).isEmpty();
    }

    @Test
    void giveChance() throws SQLException {
        String bytes = "SELECT RANDOM_BYTES(16)";
        assertThat(single(bytes)).isEqualTo(single(bytes));
        System.setProperty(HostBounds.WORDS, "RANDOM,CLOCK");

        run("GRANT RANDOM ON COMPONENT PROBE");
        assertThat(single(bytes)).isNotEqualTo(single(bytes));
    }

    /** What is promised to give equal results for equal arguments is given neither. */
    @Test
    void giveNoTimeToDeterministicFunctions() throws SQLException {
        System.setProperty(HostBounds.WORDS, "RANDOM,CLOCK");
        run(
                "GRANT RANDOM, CLOCK ON COMPONENT PROBE",
                "CREATE FUNCTION SURE_TIME LANGUAGE WASM FROM PROBE EXPORT 'wall-clock-seconds' DETERMINISTIC",
                "CREATE FUNCTION SURE_BYTES LANGUAGE WASM FROM PROBE EXPORT 'random-bytes' DETERMINISTIC");

        assertThat(single("SELECT SURE_TIME()")).hasToString("0");
        assertThat(single("SELECT SURE_BYTES(16)")).isEqualTo(single("SELECT SURE_BYTES(16)"));
        assertThat(single("SELECT WALL_CLOCK_SECONDS()").toString()).isNotEqualTo("0");
    }

    @Test
    void giveVariables() throws SQLException {
        assertThat(single("SELECT CARDINALITY(ENVIRONMENT())")).isEqualTo(0);

        run("GRANT ENVIRONMENT 'SITE' = '7', ENVIRONMENT 'A''B' = 'x=y' ON COMPONENT PROBE");
        run("GRANT ENVIRONMENT 'SITE' = '8' ON COMPONENT PROBE");
        assertThat(single("SELECT CAST(ENVIRONMENT() AS VARCHAR)")).hasToString("[ROW (A'B, x=y), ROW (SITE, 8)]");
        assertThat(grants()).hasSize(2);

        run("REVOKE ENVIRONMENT 'SITE' ON COMPONENT PROBE");
        assertThat(single("SELECT CARDINALITY(ENVIRONMENT())")).isEqualTo(1);
        assertThatSqlFails(connection, "GRANT ENVIRONMENT 'A=B' = '1' ON COMPONENT PROBE")
                .hasState("22023")
                .leavesUsable(connection);
        assertThat(grants()).hasSize(1);
    }

    @Test
    void giveFolders() throws SQLException, IOException {
        Path inside = Files.createDirectories(folder.resolve("shared/in"));
        Files.writeString(inside.resolve("note.txt"), "hello");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        System.setProperty(HostBounds.FOLDERS, folder.resolve("shared").toString());
        assertThatSqlFails(connection, "SELECT OPEN_FILE('/data/note.txt')").hasState("38000");

        run("GRANT DIRECTORY '" + inside + "' AS '/data' READ ONLY ON COMPONENT PROBE");
        assertThat(single("SELECT OPEN_FILE('/data/note.txt')")).isEqualTo("hello");
        assertThatSqlFails(connection, "SELECT WRITE_FILE('/data/new.txt', 'x')")
                .hasState("38000");
        assertThatSqlFails(connection, "SELECT OPEN_FILE('/data/../../secret.txt')")
                .hasState("38000");

        run("GRANT DIRECTORY '" + inside + "' AS '/data' ON COMPONENT PROBE");
        run("VALUES WRITE_FILE('/data/new.txt', 'x')");
        assertThat(inside.resolve("new.txt")).hasContent("x");

        run("REVOKE DIRECTORY '" + inside + "' ON COMPONENT PROBE");
        assertThatSqlFails(connection, "SELECT OPEN_FILE('/data/note.txt')").hasState("38000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOCK | found CLOCK; start it with -Dnacre.grants=CLOCK, or revoke it",
                "RANDOM | found RANDOM; start it with -Dnacre.grants=RANDOM, or revoke it",
                "DIRECTORY '/' AS '/' | found DIRECTORY ... AS '/'; start it with -Dnacre.grants.folders=<folders> that has it",
                "DIRECTORY '@/other' AS '/x' READ ONLY | found DIRECTORY ... AS '/x' READ ONLY; start it with -Dnacre.grants.read",
                "DIRECTORY '@/read' AS '/x' | found DIRECTORY ... AS '/x'; start it with -Dnacre.grants.folders=<folders>",
                "DIRECTORY '@/read/../other' AS '/x' READ ONLY | found DIRECTORY",
                "DIRECTORY '@/read/link' AS '/x' READ ONLY | found DIRECTORY",
                "DIRECTORY '@/read/nothing' AS '/x' READ ONLY | expected a folder",
                "DIRECTORY '@/read/file' AS '/x' READ ONLY | expected a folder",
            })
    void areBoundedByTheJvm(String grant, String message) throws SQLException, IOException {
        Path read = Files.createDirectories(folder.resolve("read"));
        Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(read.resolve("link"), folder.resolve("other"));
        Files.writeString(read.resolve("file"), "");
        System.setProperty(HostBounds.READ_ONLY_FOLDERS, read.toString());
        String sql = "GRANT ENVIRONMENT 'A' = 'B', " + grant.replace("@", folder.toString()) + " ON COMPONENT PROBE";

        assertThatSqlFails(connection, sql)
                .hasState("42501")
                .hasMessageContaining("component 'PROBE': expected a")
                .hasMessageContaining(message)
                .leavesUsable(connection);
        assertThat(grants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "/data/", "/a/../b", "/a/./b", "//a", ""})
    void nameFoldersInOneWay(String guest) throws SQLException {
        System.setProperty(HostBounds.FOLDERS, folder.toString());
        assertThatSqlFails(connection, "GRANT DIRECTORY '" + folder + "' AS '" + guest + "' ON COMPONENT PROBE")
                .hasState("22023")
                .hasMessageContaining("expected a guest path such as '/data'");
    }

    @Test
    void keepFoldersApartThatAreWrittenTo() throws SQLException, IOException {
        System.setProperty(HostBounds.FOLDERS, folder.toString());
        Path inner = Files.createDirectories(folder.resolve("inner"));
        run("GRANT DIRECTORY '" + inner + "' AS '/inner' READ ONLY ON COMPONENT PROBE");
        assertThatSqlFails(connection, "GRANT DIRECTORY '" + folder + "' AS '/all' ON COMPONENT PROBE")
                .hasState("42P13")
                .hasMessageContaining("found '/inner' inside '/all'")
                .leavesUsable(connection);
        run("GRANT DIRECTORY '" + folder + "' AS '/all' READ ONLY ON COMPONENT PROBE");
    }

    /** A row that means nothing spoils the component until somebody creates it again. */
    @Test
    void areRepairedWithTheirComponent() throws SQLException {
        run("INSERT INTO NACRE.CATALOG_GRANT(COMPONENT_NAME, CAPABILITY, CREATED) VALUES ('PROBE', 'NETWORK',"
                + " CURRENT_TIMESTAMP)");
        run("UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE COMPONENT PROBE FROM " + Masks.bytes("probe-rust"));
            assertThat(statement.getWarnings().getMessage()).contains("could not be read, and is gone");
        }
        assertThat(grants()).isEmpty();
        run("CREATE OR REPLACE FUNCTION FIRST_FOLDER LANGUAGE WASM FROM PROBE EXPORT 'first-folder'");
        assertThat(Rows.of(connection, "SELECT FIRST_FOLDER()")).hasSize(1);
    }

    @Test
    void tellWhichFunctionsHaveThem() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");
            assertThat(statement.getWarnings().getMessage())
                    .contains("whoever may call one of these functions has what was granted: PUBLIC.");
        }
    }

    /** A file of a database may come from anywhere: what it says of itself is no right here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIRECTORY ''/'' AS ''/'' | 42501",
                "DIRECTORY ''/'' AS ''/'' READ ONLY | 42501",
                "CLOCK | 42501",
                "NETWORK | XX000",
                "clock | XX000",
                "DIRECTORY ''/'' AS ''/'' ON COMPONENT C; DROP TABLE T | XX000",
                "EXECUTE | XX000",
            })
    void ofAPreparedDatabaseGiveNothing(String grant, String state) throws SQLException, IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        run("INSERT INTO NACRE.CATALOG_GRANT(COMPONENT_NAME, CAPABILITY, CREATED) VALUES ('PROBE', '" + grant
                + "', CURRENT_TIMESTAMP)");
        run("UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");

        assertThatSqlFails(connection, "SELECT OPEN_FILE('" + secret + "')")
                .hasState(state)
                .leavesUsable(connection);
    }

    @Test
    void endWithOtherBytesAndSaySo() throws SQLException {
        run("GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");
        run("CREATE OR REPLACE COMPONENT PROBE FROM " + Masks.bytes("probe-rust") + " COMMENT 'the same'");
        assertThat(grants()).hasSize(1);
        run("DROP COMPONENT PROBE CASCADE", "CREATE COMPONENT PROBE FROM " + Masks.bytes("probe-rust"));
        assertThat(grants()).isEmpty();
        run("GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");

        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE COMPONENT PROBE FROM " + Masks.bytes("telemetry-c"));
            SQLWarning warning = statement.getWarnings();
            assertThat(List.of(warning.getSQLState(), warning.getMessage()))
                    .containsExactly(
                            "01000",
                            "component 'PROBE': its grants were given to other bytes and are gone: ENVIRONMENT 'A' = 'B'");
            assertThat((Object) warning.getNextWarning()).isNull();
            statement.clearWarnings();
            assertThat((Object) statement.getWarnings()).isNull();
            statement.execute("CREATE OR REPLACE COMPONENT PROBE FROM " + Masks.bytes("telemetry-rust"));
            assertThat((Object) statement.getWarnings()).isNull();
        }
        assertThat(grants()).isEmpty();
    }

    @Test
    void areSeenByPreparedStatements() throws SQLException {
        try (var prepared = connection.prepareStatement("SELECT CARDINALITY(ENVIRONMENT())")) {
            assertThat(first(prepared)).isZero();
            run("GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");
            assertThat(first(prepared)).isEqualTo(1);
            run("REVOKE ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");
            assertThat(first(prepared)).isZero();
        }
    }

    private static int first(java.sql.PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void areWrittenAgainByShowCreate() throws SQLException {
        run("GRANT ENVIRONMENT 'A''' = '\"' ON COMPONENT PROBE");
        assertThat(Rows.of(connection, "SHOW CREATE COMPONENT PROBE").get(1))
                .containsExactly("GRANT ENVIRONMENT 'A''' = '\"' ON COMPONENT \"PROBE\"");
        assertThat(Rows.of(connection, "DESCRIBE COMPONENT PROBE").toString())
                .contains("[granted, null, ENVIRONMENT 'A''' = '\"']");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REVOKE CLOCK ON COMPONENT PROBE | 42704 | expected a grant CLOCK, found ENVIRONMENT 'A' = 'B'; NACRE.GRANTS",
                "REVOKE ENVIRONMENT 'C' ON COMPONENT PROBE | 42704 | expected a grant ENVIRONMENT 'C', found",
                "REVOKE DIRECTORY '/' ON COMPONENT PROBE | 42704 | expected a grant DIRECTORY '/', found",
                "GRANT ENVIRONMENT 'A' = 'C' ON COMPONENT NONE | 42704 | component 'NONE': expected it to exist",
            })
    void areThereToBeRevoked(String sql, String state, String message) throws SQLException {
        run("GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT PROBE");
        assertThatSqlFails(connection, sql)
                .hasState(state)
                .hasMessageContaining(message)
                .leavesUsable(connection);
        assertThat(grants()).hasSize(1);
    }

    @Test
    void areRefusedWhereAPropertyMeansNothing() throws SQLException {
        System.setProperty(HostBounds.WORDS, "CLOCKS");
        assertThatSqlFails(connection, "GRANT CLOCK ON COMPONENT PROBE")
                .hasState("22023")
                .hasMessageContaining("property nacre.grants: expected CLOCK, RANDOM or both");
        System.clearProperty(HostBounds.WORDS);
        System.setProperty(HostBounds.FOLDERS, "relative");
        assertThatSqlFails(connection, "GRANT DIRECTORY '/' AS '/' ON COMPONENT PROBE")
                .hasState("22023")
                .hasMessageContaining("property nacre.grants.folders: expected absolute paths of folders");
    }
}
