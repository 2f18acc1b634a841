package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions may be called, and how many there may be. */
class NamesTest {
    private static final int MANY = 1_000;

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
        Sql.component(connection, "ECHO", "echo");
    }

    private void create(String name) throws SQLException {
        Sql.execute(connection, "CREATE FUNCTION " + name + " LANGUAGE WASM FROM ECHO EXPORT 'add'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABS",
                "abs",
                "SUM",
                "LISTAGG",
                "CURRENT_DATE",
                "COALESCE",
                "CAST",
                "NEXTVAL",
                "UPPER",
                "ROW_NUMBER",
                "IF",
                "SELECT",
                "VALUES",
                "H2VERSION",
                "TABLE",
                "UNNEST",
                "JSON_OBJECT",
                "NTH_VALUE",
                "RANK",
            })
    void leavesBuiltInsAlone(String name) throws SQLException {
        assertThatSqlFails(connection, "CREATE FUNCTION \"" + name + "\" LANGUAGE WASM FROM ECHO EXPORT 'add'")
                .hasState("42723")
                .hasMessage("function 'PUBLIC." + name + "': '" + name + "' is a function of H2; choose another name");
    }

    @Test
    void leavesAliasesAlone() throws SQLException {
        Sql.execute(connection, "CREATE ALIAS MINE FOR 'java.lang.Math.abs(int)'");

        assertThatSqlFails(connection, "CREATE FUNCTION MINE LANGUAGE WASM FROM ECHO EXPORT 'add'")
                .hasState("42723")
                .hasMessageContaining("a function of that name was made by CREATE ALIAS or CREATE AGGREGATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"small\"",
                "\"with blank\"",
                "\"quo\"\"te\"",
                "\"it's\"",
                "\"größe\"",
                "größe",
                "\"数\"",
                "\"🎵\"",
                "\"a.b\"",
                "\"--x\"",
                "\"/*x*/\"",
                "\"%\"",
                "\";\"",
                "\"?\"",
                "COMPONENT",
                "FUNCTIONS",
                "LANGUAGE",
                "BASE64",
                "SHA256",
                "IMPORT",
                "DESCRIBE",
                "EXPORT",
                "COMMENT",
                "NACRE",
            })
    void takesAnyOtherName(String name) throws SQLException {
        create(name);

        assertThat(Rows.single(connection, "SELECT " + name + "(1, 2)")).isEqualTo(3L);
        assertThat(Rows.single(connection, "SELECT PUBLIC." + name + "(1, 2)")).isEqualTo(3L);
        assertThat(Sql.rows(connection, "DESCRIBE FUNCTION " + name)).isNotEmpty();
        Sql.execute(connection, "DROP FUNCTION " + name);
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
    }

    @Test
    void callsAFunctionManyTimes() throws SQLException {
        create("F");
        String calls = IntStream.range(0, MANY)
                .mapToObj(index -> "F(" + index + ", 1)")
                .collect(Collectors.joining(", "));

        assertThat(Rows.of(connection, "SELECT " + calls).get(0))
                .isEqualTo(
                        IntStream.range(0, MANY).mapToObj(index -> index + 1L).toList());
    }

    @Test
    void keepsManyFunctions() throws SQLException {
        for (int index = 0; index < MANY; index++) {
            create("F" + index);
        }

        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(MANY);
        assertThat(Rows.single(connection, "SELECT F0(F999(1, 2), F500(3, 4))")).isEqualTo(10L);
        assertThatSqlFails(connection, "DROP COMPONENT ECHO")
                .hasState("2BP01")
                .hasMessageContaining("PUBLIC.F19(BIGINT, BIGINT) and 980 more; drop them first");
        Sql.execute(connection, "CREATE OR REPLACE COMPONENT ECHO FROM " + Sql.bytes("echo") + " COMMENT 'x'");
        Sql.execute(connection, "DROP COMPONENT ECHO CASCADE");
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
    }
}
