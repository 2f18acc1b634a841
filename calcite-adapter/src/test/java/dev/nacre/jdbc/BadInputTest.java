package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Mutants;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad components and bad definitions: one exception that says what to do, nothing registered, the connection usable. */
@ExtendWith(Seeds.class)
class BadInputTest {
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

    @AfterEach
    void nothingIsRegistered() throws SQLException {
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
    }

    @Test
    void refusesFilesThatAreNoComponents(@TempDir Path folder) throws Exception {
        Path empty = Files.write(folder.resolve("empty.wasm"), new byte[0]);
        Path text = Files.writeString(folder.resolve("text.wasm"), "not wasm at all");
        Path core = Guests.file("plain-core", folder);

        assertThatSqlFails(connection, create("file:" + folder.resolve("missing.wasm")))
                .hasState("58030")
                .hasMessageContaining("there is no such file");
        assertThatSqlFails(connection, create("file:" + folder))
                .hasState("58030")
                .hasMessageContaining("expected a regular file");
        assertThatSqlFails(connection, create("file:" + empty))
                .hasState("22000")
                .hasMessageContaining("found an empty file");
        assertThatSqlFails(connection, create("file:" + text)).hasState("22000");
        assertThatSqlFails(connection, create("file:" + core))
                .hasState("22000")
                .hasMessageContaining("found a core module; wrap it");
        assertThatSqlFails(connection, create("http://example.org/x.wasm"))
                .hasState("58030")
                .hasMessageContaining("expected 'file:...' or 'classpath:...'");
        assertThatSqlFails(connection, create("classpath:/no/such.wasm")).hasState("58030");
    }

    @ParameterizedTest
    @CsvSource({
        "missing-import, peek, 42P13, 'imports ''acme:secret/vault'' (an interface with open-vault), which nobody provides'",
        "shapes-rust, nothing, 42P13, 'CREATE FUNCTION scale(\"V\" DOUBLE PRECISION) RETURNS DOUBLE PRECISION'",
        "huge-memory, pages, 54000, memory",
        "quickjs, handle-data, 54000, 'at most 65,535 fit into a method; split the function'",
        "trap-at-start, never, 38N01, unreachable",
        "spin-at-start, never, 57014, call_timeout",
    })
    void refusesComponentsThatCannotBeCalled(String guest, String export, String state, String message)
            throws SQLException {
        assertRefused(Guests.bytes(guest), export, state, message);
    }

    private void assertRefused(byte[] component, String export, String state, String message) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("CREATE FUNCTION F LANGUAGE WASM AS ? EXPORT '" + export + "'")) {
            statement.setBytes(1, component);

            assertThatFails("CREATE FUNCTION", statement::execute)
                    .hasState(state)
                    .hasMessageContaining(message)
                    .leavesUsable(connection);
        }
    }

    @Test
    void refusesDefinitionsThatDoNotFit() throws SQLException {
        String shapes = "LANGUAGE WASM AS X'" + java.util.HexFormat.of().formatHex(Guests.bytes("shapes-rust"))
                + "' EXPORT 'add'";

        assertThatSqlFails(connection, "CREATE FUNCTION F(A INT) RETURNS INT " + shapes)
                .hasState("42P13")
                .hasMessageContaining("expected 2 parameters");
        assertThatSqlFails(connection, "CREATE FUNCTION F(A INT, B VARCHAR) RETURNS INT " + shapes)
                .hasState("42P13")
                .hasMessageContaining("parameter 2 'B': expected an SQL type for WIT 's32', found CHARACTER VARYING");
        assertThatSqlFails(connection, "CREATE FUNCTION F(A INT, B GEOMETRY) RETURNS INT " + shapes)
                .hasState("0A000");
        assertThatSqlFails(connection, "CREATE FUNCTION ABS(A INT, B INT) RETURNS INT " + shapes)
                .hasState("42723");
        assertThatSqlFails(connection, "CREATE FUNCTION NOWHERE.F(A INT, B INT) RETURNS INT " + shapes)
                .hasState("42P13")
                .hasMessageContaining("expected schema 'NOWHERE' to exist");
    }

    @Test
    void refusesTruncatedComponents() throws SQLException {
        byte[] whole = Guests.bytes("telemetry-rust");
        RandomGenerator random = Seeds.random(1);
        for (int round = 0; round < Seeds.count(300, 5_000); round++) {
            int length = random.nextInt(whole.length);

            assertOneException(Arrays.copyOf(whole, length), "handle-data", "length " + length);
        }
    }

    @Test
    void survivesMutants() throws SQLException {
        List<String> guests = List.of("telemetry-c", "hostile", "liar", "missing-import");
        for (int round = 0; round < Seeds.count(100, 5_000); round++) {
            byte[] original = Guests.bytes(guests.get(round % guests.size()));
            Mutants.Mutant mutant = Mutants.of(original, Seeds.seed()).get(round);

            assertOneException(mutant.bytes(), "handle-data", mutant.toString());
        }
    }

    /** A mutant may still be a component; then its function is dropped again. */
    private void assertOneException(byte[] component, String export, String what) throws SQLException {
        try (PreparedStatement create =
                        connection.prepareStatement("CREATE FUNCTION F LANGUAGE WASM AS ? EXPORT '" + export + "'");
                Statement drop = connection.createStatement()) {
            create.setBytes(1, component);
            create.execute();
            drop.execute("DROP FUNCTION F");
        } catch (SQLException refused) {
            assertThat(refused.getSQLState())
                    .as("%s: %s", what, refused.getMessage())
                    .isNotEqualTo("XX000");
        }
    }

    @Test
    void letsOnlyAdministratorsCreate() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER GUEST PASSWORD 'g'");
        }
        try (Connection guest = database.connect("GUEST", "g")) {
            assertThatSqlFails(guest, create("file:/etc/hostname"))
                    .hasState("42501")
                    .hasMessageContaining("expected a user with ADMIN rights, found 'GUEST'");
        }
    }

    private static String create(String location) {
        return "CREATE FUNCTION F LANGUAGE WASM AS '" + location + "'";
    }
}
