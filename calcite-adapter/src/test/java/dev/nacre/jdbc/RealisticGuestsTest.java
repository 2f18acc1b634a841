package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Components around well-known crates, as somebody would use them in SQL: patterns and JSON. */
class RealisticGuestsTest {
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
    void selectsAndRewritesByPattern() throws SQLException {
        create("MATCHES", "patterns-rust", "matches");
        create("PART", "patterns-rust", "extract");
        create("REWRITE", "patterns-rust", "replace-all");
        execute("CREATE TABLE DEVICE(ID INT, NAME VARCHAR)");
        execute("INSERT INTO DEVICE VALUES (1, 'pumpe-17'), (2, 'Lüfter-3'), (3, NULL), (4, 'pumpe')");

        assertThat(rows("SELECT ID FROM DEVICE WHERE MATCHES(NAME, '^\\p{L}+-\\d+$') ORDER BY ID"))
                .containsExactly(List.of(1), List.of(2));
        assertThat(rows("SELECT ID, PART(NAME, '-(\\d+)$', 1) FROM DEVICE ORDER BY ID"))
                .containsExactly(List.of(1, "17"), List.of(2, "3"), Arrays.asList(3, null), Arrays.asList(4, null));
        assertThat(rows("SELECT REWRITE(NAME, '(?i)lüfter', 'fan') FROM DEVICE WHERE ID = 2"))
                .containsExactly(List.of("fan-3"));
        assertThatSqlFails(connection, "SELECT ID FROM DEVICE WHERE MATCHES(NAME, '(')")
                .hasState("38000")
                .hasMessageContaining("function 'PUBLIC.MATCHES': pattern '(': unclosed group")
                .leavesUsable(connection);
    }

    @Test
    void looksIntoDocuments() throws SQLException {
        create("JSON_AT", "json-rust", "get");
        create("JSON_NUMBER", "json-rust", "get-number");
        create("PATCHED", "json-rust", "merge-patch");
        create("READING", "json-rust", "parse-reading");
        execute("CREATE TABLE MESSAGE(ID INT, DOCUMENT VARCHAR)");
        execute("INSERT INTO MESSAGE VALUES (1, '{\"device\": \"pumpe\", \"at\": 5, \"value\": 21.5}'),"
                + " (2, '{\"device\": null, \"value\": 2}'), (3, NULL)");

        assertThat(rows("SELECT ID, JSON_AT(DOCUMENT, '/device') FROM MESSAGE ORDER BY ID"))
                .containsExactly(List.of(1, "pumpe"), Arrays.asList(2, null), Arrays.asList(3, null));
        assertThat(rows("SELECT SUM(JSON_NUMBER(DOCUMENT, '/value')) FROM MESSAGE"))
                .containsExactly(List.of(new BigDecimal("23.5")));
        assertThat(rows("SELECT PATCHED(DOCUMENT, '{\"device\": \"p\"}') FROM MESSAGE WHERE ID = 2"))
                .containsExactly(List.of("{\"device\":\"p\",\"value\":2}"));
        assertThatSqlFails(connection, "SELECT READING(DOCUMENT) FROM MESSAGE WHERE ID = 2")
                .hasState("38000")
                .hasMessageContaining("function 'PUBLIC.READING': invalid type: null, expected a string")
                .leavesUsable(connection);
    }

    private void create(String function, String guest, String export) throws SQLException {
        execute("CREATE FUNCTION " + function + " LANGUAGE WASM AS X'"
                + HexFormat.of().formatHex(Guests.bytes(guest)) + "' EXPORT '" + export + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<List<@Nullable Object>> rows(String sql) throws SQLException {
        return Rows.of(connection, sql);
    }
}
