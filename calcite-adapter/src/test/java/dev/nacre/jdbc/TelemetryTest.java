package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job: components of stock toolchains, registered and called by SQL. */
@ExtendWith(Seeds.class)
class TelemetryTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    /** The promise is 10,000 payloads, in every build: it takes seconds. */
    private static final int PAYLOADS = 10_000;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c"})
    void masksColumns(String guest) throws SQLException {
        create(guest);
        execute(connection, "CREATE TABLE R(ID INT, P VARBINARY)");
        execute(connection, "INSERT INTO R VALUES (1, X'00FF'), (2, NULL), (3, X'AA')");

        assertThat(text("SELECT ID, MASK(P) FROM R ORDER BY ID")).containsExactly("1 aa55", "2 null", "3 00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c"})
    void givesBackEveryByteMasked(String guest) throws SQLException {
        create(guest);
        RandomGenerator random = Seeds.random(1);
        try (PreparedStatement statement = connection.prepareStatement("SELECT MASK(?)")) {
            for (int length : lengths(random, PAYLOADS)) {
                byte[] payload = new byte[length];
                random.nextBytes(payload);
                statement.setBytes(1, payload);

                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    assertThat(row.getBytes(1)).as("length %d", length).isEqualTo(masked(payload));
                }
            }
        }
    }

    private static List<Integer> lengths(RandomGenerator random, int count) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(1, 65_535, 65_536, 1 << 20),
                        random.doubles(count - 4L)
                                .map(exponent -> Math.pow(2, 20 * exponent))
                                .mapToObj(length -> (int) length))
                .toList();
    }

    private static byte[] masked(byte[] payload) {
        byte[] masked = new byte[payload.length];
        for (int index = 0; index < payload.length; index++) {
            masked[index] = (byte) (payload[index] ^ 0xAA);
        }
        return masked;
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-c"})
    void raisesTheGuestsError(String guest) throws SQLException {
        create(guest);

        assertThatSqlFails(connection, "SELECT MASK(X'')")
                .hasState("38000")
                .hasMessageContaining("function 'PUBLIC.MASK': Payload cannot be empty")
                .leavesUsable(connection);
    }

    @Test
    void keepsWhatTheGuestLogs() throws SQLException {
        create("telemetry-rust");

        text("SELECT MASK(X'00')");

        assertThat(connection.unwrap(NacreConnection.class).lastQueryLog())
                .containsExactly(
                        "info: Initiating telemetry payload processing", "debug: Payload obfuscation complete");
    }

    @Test
    void infersTheSignature() throws SQLException {
        execute(connection, "CREATE FUNCTION MASK LANGUAGE WASM AS X'" + hex("telemetry-rust") + "'");

        assertThat(text("SELECT MASK(X'00')")).containsExactly("aa");
        assertThat(text("SHOW FUNCTIONS"))
                .containsExactly("PUBLIC MASK BINARY VARYING BINARY VARYING SCALAR handle-data null ");
    }

    @Test
    void forgetsAFunctionThatWasDropped() throws SQLException {
        create("telemetry-rust");

        execute(connection, "DROP FUNCTION MASK");

        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90022).hasState("90022");
        assertThatSqlFails(connection, "DROP FUNCTION MASK")
                .hasState("42883")
                .hasMessageContaining(
                        "function 'PUBLIC.MASK': expected it to exist, found no such function; SHOW FUNCTIONS lists them");
        execute(connection, "DROP FUNCTION IF EXISTS MASK");
    }

    @Test
    void keepsFunctionsInTheFile(@TempDir Path folder) throws SQLException, java.io.IOException {
        String url = "jdbc:nacre:h2:file:" + folder.resolve("kept");
        Path file = Guests.file("telemetry-rust", folder);
        try (Connection first = java.sql.DriverManager.getConnection(url)) {
            execute(first, "CREATE FUNCTION MASK LANGUAGE WASM AS 'file:" + file + "'");
        }
        Files.delete(file);

        try (Connection second = java.sql.DriverManager.getConnection(url)) {
            assertThat(Rows.single(second, "SELECT MASK(X'00')")).isEqualTo("aa");
        }
    }

    @Test
    void replacesAFunction() throws SQLException {
        create("telemetry-rust");
        assertThatSqlFails(connection, "CREATE FUNCTION MASK LANGUAGE WASM AS X'" + hex("telemetry-c") + "'")
                .hasState("42723");

        execute(connection, "CREATE OR REPLACE FUNCTION MASK LANGUAGE WASM AS X'" + hex("telemetry-c") + "'");
        execute(connection, "CREATE FUNCTION IF NOT EXISTS MASK LANGUAGE WASM AS X'" + hex("telemetry-rust") + "'");

        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.FUNCTIONS"))
                .isEqualTo(1L);
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                .isEqualTo(1L);
    }

    private void create(String guest) throws SQLException {
        execute(
                connection,
                "CREATE FUNCTION MASK(PAYLOAD VARBINARY) RETURNS VARBINARY LANGUAGE WASM AS X'" + hex(guest)
                        + "' EXPORT 'handle-data'");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String hex(String guest) {
        return HexFormat.of().formatHex(Guests.bytes(guest));
    }

    private List<String> text(String sql) throws SQLException {
        return Rows.of(connection, sql).stream()
                .map(row -> row.stream()
                        .map(value ->
                                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "" + value)
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }
}
