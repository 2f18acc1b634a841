package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that do not fit the other side of the table of types: the state, the message, and a connection that goes on. */
class TypeLimitsTest {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INTEGER | u8 | 256 | 22003 | number out of range: expected u8 (0 to 255), found 256",
                "BIGINT | s32 | 2147483648 | 22003 |"
                        + " number out of range: expected s32 (-2147483648 to 2147483647), found 2147483648",
                "DECIMAL(20) | u64 | -1 | 22003 | number out of range: expected u64 (0 to 18446744073709551615), found -1",
                "TIMESTAMP(9) | s64 | TIMESTAMP '2026-01-01 00:00:00.000000001' | 22008 |"
                        + " date or time out of range: expected whole microseconds, found 2026-01-01T00:00:00.000000001Z",
                "VARCHAR | char | 'ab' | 22023 | char: expected exactly one character, found 2",
                "VARCHAR | colour | 'pink' | 22023 | enum: expected one of [red, green, blue], found 'pink'",
                "INTEGER ARRAY | list-s32 | ARRAY[1, NULL] | 39004 |"
                        + " NULL inside an array or row: expected a value, because the WIT type is not an option; found NULL",
            })
    void refusesArguments(String type, String export, String literal, String state, String message)
            throws SQLException {
        create("F", "(X " + type + ") RETURNS " + type, "shapes-rust", "nacre:shapes/echo@0.1.0#echo-" + export);

        assertThatSqlFails(connection, "SELECT F(" + literal + ")")
                .hasState(state)
                .hasMessage("function 'PUBLIC.F': parameter 1 'X': " + message);
        assertThat(Rows.single(connection, "SELECT F(NULL) IS NULL")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VARCHAR | DECIMAL(4, 2) | '1.234' | 22003 |"
                        + " string from the guest: expected a value of DECIMAL, found '1.234'",
                "VARCHAR | DECIMAL | '1.5' | 22003 | string from the guest: expected a value of DECIMAL, found '1.5'",
                "VARCHAR | DATE | '2026-02-30' | 22008 |"
                        + " string from the guest: expected a value of DATE, found '2026-02-30'",
                "VARCHAR | INTERVAL DAY | 'PT1H' | 22008 |"
                        + " interval out of range: expected a value of INTERVAL DAY in whole units, found PT1H",
                "VARCHAR | UUID | 'x' | 22023 | string from the guest: expected a value of UUID, found 'x'",
                "VARCHAR | JSON | '{' | 22023 |"
                        + " string from the guest: expected a value of JSON, found 1 characters that are not",
            })
    void refusesResults(String from, String to, String literal, String state, String message) throws SQLException {
        create("F", "(X " + from + ") RETURNS " + to, "shapes-rust", "nacre:shapes/echo@0.1.0#echo-string");

        assertThatSqlFails(connection, "SELECT F(" + literal + ")")
                .hasState(state)
                .hasMessage("function 'PUBLIC.F': " + message);
        assertThat(Rows.single(connection, "SELECT F(NULL) IS NULL")).isEqualTo(true);
    }

    @Test
    void refusesStringsThatAreNotUnicode() throws SQLException {
        create("F", "(X VARCHAR) RETURNS VARCHAR", "shapes-rust", "nacre:shapes/echo@0.1.0#echo-string");
        try (PreparedStatement statement = connection.prepareStatement("SELECT F(?)")) {
            statement.setString(1, "a\ud800");
            assertThatThrownBy(() -> statement.executeQuery().next())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("22021"));
        }
    }

    /** H2 gives the array the type of its known elements, CHARACTER VARYING(1) here, and cuts the parameter to it. */
    @Test
    void passesWhatH2LeavesOfAParameterInAnArray() throws SQLException {
        create(
                "G",
                "(X VARCHAR ARRAY) RETURNS VARCHAR ARRAY",
                "sql-rust",
                "nacre:sql-guest/echo@0.1.0#echo-option-list");
        for (String sql : List.of("SELECT ARRAY['a', ?]", "SELECT G(ARRAY['a', ?])")) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, "bc\ud800");
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertThat((Object[]) rows.getArray(1).getArray()).containsExactly("a", "b");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARRAY['ab', ?]", "ARRAY[CAST(? AS VARCHAR), NULL]", "ARRAY['a' || ?]"})
    void refusesStringsInArraysThatAreNotUnicode(String argument) throws SQLException {
        create(
                "G",
                "(X VARCHAR ARRAY) RETURNS VARCHAR ARRAY",
                "sql-rust",
                "nacre:sql-guest/echo@0.1.0#echo-option-list");
        try (PreparedStatement statement = connection.prepareStatement("SELECT G(" + argument + ")")) {
            statement.setString(1, "a\ud800");
            assertThatThrownBy(() -> statement.executeQuery().next())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("22021"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo-decimal | DECIMAL",
                "echo-date | DATE",
                "echo-time | TIME",
                "echo-timestamp | TIMESTAMP",
                "echo-timestamp-with-offset | TIMESTAMP WITH TIME ZONE",
                "echo-interval | INTERVAL DAY TO SECOND",
                "echo-uuid | UUID",
                "echo-marks | CHARACTER VARYING ARRAY",
                "echo-halves | ROW(\"C1\" DECIMAL(20, 0), \"C2\" DECIMAL(20, 0))",
            })
    void infersTheSignature(String export, String type) throws SQLException {
        create("F", "", "sql-rust", "nacre:sql-guest/echo@0.1.0#" + export);

        assertThat(Rows.single(connection, "SELECT F(NULL) IS NULL")).isEqualTo(true);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT F(NULL)")) {
            assertThat(result.getMetaData().getColumnTypeName(1)).isEqualTo(type);
        }
    }

    @Test
    void refusesANestedOption() {
        String statement = "CREATE FUNCTION F LANGUAGE WASM AS 'file:" + Guests.file("shapes-rust", folder)
                + "' EXPORT 'nacre:shapes/echo@0.1.0#echo-option-option-s32'";

        assertThatSqlFails(connection, statement).hasState("0A000");
    }

    private void create(String name, String signature, String guest, String export) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION " + name + signature + " LANGUAGE WASM AS 'file:"
                    + Guests.file(guest, folder) + "' EXPORT '" + export + "'");
        }
    }
}
