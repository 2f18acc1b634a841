package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CREATE COMPONENT and DROP COMPONENT. */
class ComponentTest {
    private static final String MASK =
            "CREATE FUNCTION MASK(PAYLOAD VARBINARY) RETURNS VARBINARY LANGUAGE WASM FROM C" + " EXPORT 'handle-data'";

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @Test
    void takesBytesFromEverySource(@TempDir Path folder) throws SQLException {
        Path file = Guests.file("telemetry-c", folder);
        String base64 = Base64.getEncoder().encodeToString(Guests.bytes("telemetry-c"));

        Sql.execute(
                connection,
                "CREATE COMPONENT C1 FROM 'file:" + file + "'",
                "CREATE COMPONENT C2 FROM 'classpath:/dev/nacre/testkit/guests/telemetry-c.component.wasm'",
                "CREATE COMPONENT C3 FROM " + Sql.bytes("telemetry-c"),
                "CREATE COMPONENT C4 FROM BASE64 '" + base64 + "'");
        try (PreparedStatement statement = connection.prepareStatement("CREATE COMPONENT C5 FROM ?")) {
            statement.setBytes(1, Guests.bytes("telemetry-c"));
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement("CREATE COMPONENT C6 FROM ?")) {
            Blob blob = connection.createBlob();
            blob.setBytes(1, Guests.bytes("telemetry-c"));
            statement.setBlob(1, blob);
            assertThat(statement.executeUpdate()).isZero();
        }
        try (PreparedStatement statement = connection.prepareStatement("CREATE COMPONENT C7 FROM ?")) {
            statement.setBinaryStream(1, new ByteArrayInputStream(Guests.bytes("telemetry-c")));
            statement.execute();
        }

        assertThat(Sql.rows(connection, "SELECT COMPONENT_NAME FROM NACRE.COMPONENTS ORDER BY 1"))
                .containsExactly("C1", "C2", "C3", "C4", "C5", "C6", "C7");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                .isEqualTo(1L);
        assertThat(Rows.single(connection, "SELECT COUNT(DISTINCT SHA256) FROM NACRE.COMPONENTS"))
                .isEqualTo(1L);
    }

    @Test
    void storesWhatIsWritten() throws SQLException {
        Sql.execute(
                connection,
                "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-c") + " COMMENT 'it''s' WITH (Memory = '32 MiB',"
                        + " FUEL = 1E9, log_lines = NULL) SHA256 '"
                        + Sql.sha256("telemetry-c").toUpperCase(java.util.Locale.ROOT) + "'",
                MASK);

        assertThat(Sql.rows(connection, "SELECT COMPONENT_NAME, OPTIONS, COMMENT, OWNER FROM NACRE.COMPONENTS"))
                .containsExactly("C fuel = 1E+9, memory = '32 MiB' it's ");
        assertThat(Sql.rows(connection, "SELECT COMPONENT_NAME, SHA256 FROM NACRE.FUNCTIONS"))
                .containsExactly("C " + Sql.sha256("telemetry-c"));
        assertThat(Rows.single(connection, "SELECT MASK(X'00')")).isEqualTo("aa");
    }

    @Test
    void keepsComponentsInTheFile(@TempDir Path folder) throws SQLException {
        String url = "jdbc:nacre:h2:file:" + folder.resolve("kept");
        try (Connection first = java.sql.DriverManager.getConnection(url)) {
            Sql.component(first, "C", "telemetry-c");
        }
        try (Connection second = java.sql.DriverManager.getConnection(url)) {
            Sql.execute(second, MASK);
            assertThat(Rows.single(second, "SELECT MASK(X'00')")).isEqualTo("aa");
        }
    }

    @Test
    void refusesADigestThatIsNotTheBytes() throws SQLException {
        String wrong = "0".repeat(64);

        assertThatSqlFails(
                        connection, "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-c") + "\nSHA256 '" + wrong + "'")
                .hasState("42P13")
                .hasMessage("line 2, column 8: component 'C': expected the SHA-256 " + wrong + ", found "
                        + Sql.sha256("telemetry-c")
                        + "; the source holds other bytes than the ones that were meant")
                .leavesUsable(connection);
        assertThat(Rows.of(connection, "SHOW COMPONENTS")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "missing-import, 42P13, 'the component imports ''acme:secret/vault'''",
        "huge-memory, 54000, memory",
        "quickjs, 54000, 'at most 65,535 fit into a method'",
        "trap-at-start, 38N01, unreachable",
        "spin-at-start, 57014, call_timeout",
        "plain-core, 22000, 'found a core module; wrap it'",
    })
    void refusesComponentsThatCannotBeUsed(String guest, String state, String message) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("CREATE COMPONENT C FROM ?")) {
            statement.setBytes(1, Guests.bytes(guest));

            assertThatFails("CREATE COMPONENT", statement::execute)
                    .hasState(state)
                    .hasMessageContaining("component 'C': ")
                    .hasMessageContaining(message)
                    .leavesUsable(connection);
        }
        assertThat(Rows.of(connection, "SHOW COMPONENTS")).isEmpty();
    }

    @Test
    void refusesWhatIsMissingOrThere() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");

        assertThatSqlFails(connection, "CREATE COMPONENT C FROM " + Sql.bytes("echo"))
                .hasState("42710")
                .hasMessage("component 'C' exists: write CREATE OR REPLACE COMPONENT, or drop it first");
        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM FROM D EXPORT 'add'")
                .hasState("42704")
                .hasMessage("component 'D': expected it to exist, found no such component; SHOW COMPONENTS lists them");
        assertThatSqlFails(connection, "DROP COMPONENT D").hasState("42704");
        assertThatSqlFails(connection, "CREATE COMPONENT PUBLIC.D FROM X'00'")
                .hasState("42000")
                .hasMessageContaining(
                        "component '\"PUBLIC\".\"D\"': expected a name alone, because components have no schema");
        assertThatSqlFails(connection, "CREATE OR REPLACE COMPONENT IF NOT EXISTS C FROM X'00'")
                .hasState("42000")
                .hasMessageContaining("expected OR REPLACE or IF NOT EXISTS, found both");
        Sql.execute(connection, "CREATE COMPONENT IF NOT EXISTS C FROM 'file:/no/such'", "DROP COMPONENT IF EXISTS D");
        assertThat(Sql.rows(connection, "SELECT COMPONENT_NAME, SHA256 FROM NACRE.COMPONENTS"))
                .containsExactly("C " + Sql.sha256("telemetry-c"));
    }

    @Test
    void refusesUnknownOptions() throws SQLException {
        assertThatSqlFails(connection, "CREATE COMPONENT C FROM X'00' WITH (memroy = '16 MiB')")
                .hasState("22023")
                .hasMessageContaining("component 'C': expected one of the settings call_timeout, ")
                .hasMessageContaining("found 'memroy'");
        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM AS X'00' WITH (memroy = '16 MiB')")
                .hasState("22023")
                .hasMessageContaining("function 'PUBLIC.F': expected one of the settings");
    }

    @Test
    void keepsAComponentThatIsUsed() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(connection, MASK);
        String refusal = "component 'C': expected no function to use it, found PUBLIC.MASK(CHARACTER VARYING)";

        for (String statement : new String[] {"DROP COMPONENT C", "DROP COMPONENT IF EXISTS C RESTRICT"}) {
            assertThatSqlFails(connection, statement)
                    .hasState("2BP01")
                    .hasMessage(refusal.replace("CHARACTER", "BINARY")
                            + "; drop them first, or write DROP COMPONENT ... CASCADE");
        }
        assertThat(Rows.single(connection, "SELECT MASK(X'00')")).isEqualTo("aa");

        Sql.execute(connection, "DROP FUNCTION MASK", "DROP COMPONENT C");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                .isEqualTo(0L);
    }

    @Test
    void dropsUsersByCascade() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(
                connection,
                MASK,
                MASK.replace("MASK", "OTHER"),
                "CREATE FUNCTION MINE LANGUAGE WASM AS " + Sql.bytes("telemetry-c") + " EXPORT 'handle-data'",
                "DROP COMPONENT C CASCADE");

        assertThat(Sql.rows(connection, "SELECT FUNCTION_NAME FROM NACRE.FUNCTIONS"))
                .containsExactly("MINE");
        assertThat(Rows.single(connection, "SELECT MINE(X'00')")).isEqualTo("aa");
    }

    @Test
    void replacesTheCodeOfAllUsers() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(connection, MASK, MASK.replace("MASK", "OTHER"));
        try (PreparedStatement prepared = connection.prepareStatement("SELECT MASK(X'00')")) {
            Sql.execute(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-rust"));

            prepared.executeQuery().close();
        }
        assertThat(Sql.rows(connection, "SELECT DISTINCT SHA256 FROM NACRE.FUNCTIONS"))
                .containsExactly(Sql.sha256("telemetry-rust"));
        assertThat(Sql.rows(connection, "SELECT SHA256 FROM NACRE.CATALOG_CODE"))
                .containsExactly(Sql.sha256("telemetry-rust"));
        assertThat(Rows.single(connection, "SELECT OTHER(X'00')")).isEqualTo("aa");
    }

    @Test
    void replacesNothingWhereOneUserCouldNotGoOn() throws SQLException {
        Sql.component(connection, "C", "shapes-c");
        Sql.execute(
                connection,
                "CREATE FUNCTION ADD_UP LANGUAGE WASM FROM C EXPORT 'add'",
                "CREATE FUNCTION SCALE LANGUAGE WASM FROM C EXPORT 'scale'");
        var before = Sql.catalog(connection);

        assertThatSqlFails(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-c"))
                .hasState("42P13")
                .hasMessage("component 'C': function 'PUBLIC.ADD_UP(INTEGER, INTEGER)', which uses it: expected an"
                        + " export 'add', found 'handle-data'; drop the function first, or keep the export");
        assertThatSqlFails(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("echo"))
                .hasState("42P13")
                .hasMessageContaining("component 'C': function 'PUBLIC.");

        assertThat(Sql.catalog(connection)).isEqualTo(before);
        assertThat(Rows.single(connection, "SELECT ADD_UP(1, 2)")).isEqualTo(3);
    }

    @Test
    void replacesNothingWhereOneUserHasTooLittleMemory() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(connection, MASK.replace("MASK", "OTHER"), MASK + " WITH (memory = '512 KiB')");

        assertThatSqlFails(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-rust"))
                .hasState("54000")
                .hasMessageStartingWith("component 'C': function 'PUBLIC.MASK(BINARY VARYING)', which uses it: ")
                .hasMessageContaining("1114112 bytes of memory, at most 524288 allowed (setting memory)")
                .leavesUsable(connection);
        assertThat(Sql.rows(connection, "SELECT MASK(X'00'), OTHER(X'00')")).containsExactly("aa aa");

        Sql.execute(
                connection, "DROP FUNCTION MASK", "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-rust"));
        assertThat(Rows.single(connection, "SELECT OTHER(X'00')")).isEqualTo("aa");
    }

    @Test
    void refusesOptionsThatAreNone() throws SQLException {
        for (String option : new String[] {
            "memory = 'much'", "memory = TRUE", "fuel = -1", "memory = '1 TiB'", "call_timeout = 0", "fuel = 1.5"
        }) {
            String setting = option.substring(0, option.indexOf(' '));
            assertThatSqlFails(connection, "CREATE COMPONENT C FROM " + Sql.bytes("echo") + " WITH (" + option + ")")
                    .hasState("22023")
                    .hasMessageContaining("component 'C': setting '" + setting + "': expected ");
            assertThatSqlFails(
                            connection,
                            "CREATE FUNCTION F LANGUAGE WASM AS " + Sql.bytes("echo") + " EXPORT 'add' WITH (" + option
                                    + ")")
                    .hasState("22023")
                    .hasMessageContaining("function 'PUBLIC.F': setting '" + setting + "': expected ");
        }
        assertThat(Rows.of(connection, "SHOW COMPONENTS")).isEmpty();
    }

    @Test
    void changesNothingForTheSameBytes() throws SQLException {
        Sql.execute(connection, "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-c") + " COMMENT 'one'", MASK);
        Object version = Rows.single(connection, "SELECT VERSION FROM NACRE.CATALOG_VERSION");
        Object function = Rows.single(connection, "SELECT FUNCTION_ID FROM NACRE.CATALOG_FUNCTION");

        Sql.execute(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-c") + " COMMENT 'one'");
        assertThat(Rows.single(connection, "SELECT VERSION FROM NACRE.CATALOG_VERSION"))
                .isEqualTo(version);

        Sql.execute(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-c") + " COMMENT 'two'");
        assertThat(Rows.single(connection, "SELECT FUNCTION_ID FROM NACRE.CATALOG_FUNCTION"))
                .isEqualTo(function);
        assertThat(Rows.single(connection, "SELECT COMMENT FROM NACRE.COMPONENTS"))
                .isEqualTo("two");
    }

    @Test
    void takesGrantsFromOtherBytes() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(
                connection,
                "GRANT ENVIRONMENT 'A' = 'B' ON COMPONENT C",
                "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-c") + " COMMENT 'other'");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.GRANTS")).isEqualTo(1L);

        Sql.execute(connection, "CREATE OR REPLACE COMPONENT C FROM " + Sql.bytes("telemetry-rust"));
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.GRANTS")).isEqualTo(0L);
    }

    @Test
    void listsTheExportsWhereOneDoesNotFit() throws SQLException {
        Sql.component(connection, "ECHO", "echo");
        String exports =
                "; its exports are:\n  CREATE FUNCTION text(\"VALUE\" CHARACTER VARYING) RETURNS CHARACTER VARYING"
                        + " LANGUAGE WASM FROM \"ECHO\" EXPORT 'nacre:measure/echo#text';";

        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM FROM ECHO EXPORT 'divide'")
                .hasState("42P13")
                .hasMessageStartingWith("function 'PUBLIC.F': expected an export 'divide'" + exports);
        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM FROM ECHO")
                .hasState("42P13")
                .hasMessageStartingWith(
                        "function 'PUBLIC.F': expected EXPORT, because the component does not export exactly"
                                + " one function" + exports);
        assertThatSqlFails(connection, "CREATE FUNCTION F(A BIGINT) LANGUAGE WASM FROM ECHO EXPORT 'add'")
                .hasState("42P13")
                .hasMessageStartingWith("function 'PUBLIC.F': expected 2 parameters for WIT 'func(")
                .hasMessageContaining("', found 1" + exports);
        assertThatSqlFails(
                        connection,
                        "CREATE FUNCTION F(A BIGINT, B DATE) RETURNS BIGINT LANGUAGE WASM FROM ECHO EXPORT 'add'")
                .hasState("42P13")
                .hasMessageContaining("parameter 2 'B': expected an SQL type for WIT 's64', found DATE")
                .hasMessageContaining(exports)
                .hasMessageEndingWith("EXPORT 'exclusive-or';");
    }

    @Test
    void sharesUnnamedComponentsByDigest() throws SQLException {
        String as = " LANGUAGE WASM AS " + Sql.bytes("telemetry-c") + " EXPORT 'handle-data'";
        Sql.execute(connection, "CREATE FUNCTION A" + as, "CREATE FUNCTION B" + as);
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                .isEqualTo(1L);

        Sql.execute(connection, "DROP FUNCTION A");
        assertThat(Rows.single(connection, "SELECT B(X'00')")).isEqualTo("aa");

        Sql.execute(connection, "DROP FUNCTION B");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                .isEqualTo(0L);
    }

    @Test
    void letsOnlyAdministratorsCreateAndDrop() throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(connection, "CREATE USER GUEST PASSWORD 'g'");
        try (Connection guest = database.connect("GUEST", "g")) {
            assertThatSqlFails(guest, "CREATE COMPONENT D FROM 'file:/etc/hostname'")
                    .hasState("42501")
                    .hasMessage("CREATE COMPONENT 'D': expected a user with ADMIN rights, found 'GUEST';"
                            + " ask an administrator to run the statement");
            assertThatSqlFails(guest, "DROP COMPONENT C").hasState("42501");
        }
    }

    @Test
    void keepsNamesAsTheyAreQuoted() throws SQLException {
        Sql.execute(
                connection,
                "CREATE COMPONENT \"schöne \"\"Töne\"\" 🎵\" FROM " + Sql.bytes("telemetry-c"),
                "CREATE FUNCTION \"f ü\" LANGUAGE WASM FROM \"schöne \"\"Töne\"\" 🎵\" EXPORT 'handle-data'");

        assertThat(Rows.single(connection, "SELECT \"f ü\"(X'00')")).isEqualTo("aa");
        assertThatSqlFails(connection, "DROP COMPONENT \"schöne \"\"Töne\"\" 🎵\"")
                .hasState("2BP01")
                .hasMessageContaining(
                        "component 'schöne \"Töne\" 🎵': expected no function to use it, found PUBLIC.f ü(");
    }
}
