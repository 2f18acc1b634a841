package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overloads: told apart by their parameters' types, chosen by what SQL converts without a cast. */
class OverloadTest {
    private static final Map<String, String> EXPORTS = Map.of(
            "BOOLEAN", "bool",
            "TINYINT", "s8",
            "SMALLINT", "s16",
            "INTEGER", "s32",
            "BIGINT", "s64",
            "REAL", "f32",
            "DOUBLE PRECISION", "f64",
            "BINARY VARYING", "list-u8",
            "INTEGER ARRAY", "list-s32",
            "CHARACTER VARYING ARRAY", "list-string");
    private static final Pattern VERSION = Pattern.compile("WASM\\[PUBLIC\\.F version (\\d+)");

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
        Sql.component(connection, "SHAPES", "shapes-c");
    }

    private void create(String types) throws SQLException {
        for (String type : types.split("; ")) {
            String export = EXPORTS.getOrDefault(type, type.startsWith("ROW") ? "tuple-pair" : "string");
            Sql.execute(
                    connection,
                    "CREATE FUNCTION F(X " + type + ") RETURNS " + type
                            + " LANGUAGE WASM FROM SHAPES EXPORT 'nacre:shapes/echo@0.1.0#echo-" + export + "'");
        }
    }

    /** Returns the parameter's type of the overload that a call means. */
    private String chosen(String call) throws SQLException {
        StringBuilder plan = new StringBuilder();
        Rows.of(connection, "EXPLAIN SELECT " + call).forEach(plan::append);
        Matcher version = VERSION.matcher(plan);
        assertThat(version.find()).as(plan.toString()).isTrue();
        return (String) Rows.single(
                connection, "SELECT PARAMETER_TYPES FROM NACRE.FUNCTIONS WHERE FUNCTION_ID = " + version.group(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the same type, whatever its length
                "SMALLINT; INTEGER; BIGINT|7|INTEGER",
                "SMALLINT; INTEGER; BIGINT|CAST(7 AS SMALLINT)|SMALLINT",
                "CHARACTER VARYING(3); BINARY VARYING|'abc'|CHARACTER VARYING(3)",
                "CHARACTER VARYING; BINARY VARYING|X'00'|BINARY VARYING",
                "DATE; TIME; TIMESTAMP|DATE '2026-01-01'|DATE",
                // the nearest wider number
                "INTEGER; BIGINT; DOUBLE PRECISION|CAST(7 AS TINYINT)|INTEGER",
                "BIGINT; DOUBLE PRECISION|7|BIGINT",
                "DECIMAL(20, 2); DOUBLE PRECISION|7|DECIMAL(20, 2)",
                "REAL; DOUBLE PRECISION|1.5|REAL",
                "INTEGER; DOUBLE PRECISION|1.5|DOUBLE PRECISION",
                "DOUBLE PRECISION; CHARACTER VARYING|7|DOUBLE PRECISION",
                // a wider one before a narrower one, a narrower one before none
                "TINYINT; DOUBLE PRECISION|7|DOUBLE PRECISION",
                "TINYINT|7|TINYINT",
                // text with text, bytes with bytes
                "CHARACTER VARYING; INTEGER|CAST('a' AS CHAR(3))|CHARACTER VARYING",
                "CHARACTER VARYING; INTEGER|CAST('a' AS CLOB)|CHARACTER VARYING",
                "BINARY VARYING; CHARACTER VARYING|CAST(X'00' AS BLOB)|BINARY VARYING",
                // times that hold more before text
                "TIMESTAMP; CHARACTER VARYING|DATE '2026-01-01'|TIMESTAMP",
                "TIMESTAMP; TIMESTAMP WITH TIME ZONE|DATE '2026-01-01'|TIMESTAMP",
                "TIMESTAMP WITH TIME ZONE; CHARACTER VARYING|TIMESTAMP '2026-01-01 00:00:00'|TIMESTAMP WITH TIME ZONE",
                "TIME WITH TIME ZONE; CHARACTER VARYING|TIME '00:00:00'|TIME WITH TIME ZONE",
                "INTERVAL YEAR TO MONTH; CHARACTER VARYING|INTERVAL '1' YEAR|INTERVAL YEAR TO MONTH",
                "INTERVAL DAY TO SECOND; CHARACTER VARYING|INTERVAL '1:30' HOUR TO MINUTE|INTERVAL DAY TO SECOND",
                // by conversion from text
                "INTEGER|'7'|INTEGER",
                "DATE; INTEGER ARRAY|'2026-01-01'|DATE",
                // arrays and rows by what they hold
                "INTEGER ARRAY; CHARACTER VARYING ARRAY|ARRAY[1, 2]|INTEGER ARRAY",
                "INTEGER ARRAY; CHARACTER VARYING ARRAY|ARRAY['a']|CHARACTER VARYING ARRAY",
                "INTEGER ARRAY; CHARACTER VARYING ARRAY|ARRAY[CAST(1 AS SMALLINT)]|INTEGER ARRAY",
                "INTEGER ARRAY; INTEGER|ARRAY[1]|INTEGER ARRAY",
                "INTEGER ARRAY; INTEGER|1|INTEGER",
                "ROW(\"A\" INTEGER, \"B\" CHARACTER VARYING); CHARACTER VARYING|ROW(1, 'a')"
                        + "|ROW(\"A\" INTEGER, \"B\" CHARACTER VARYING)",
            })
    void choosesTheNearest(String types, String argument, String chosen) throws SQLException {
        create(types);

        assertThat(chosen("F(" + argument + ")")).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SMALLINT; INTEGER|1.5|(DECIMAL(2, 1))",
                "INTEGER; BIGINT|'7'|(CHARACTER(1))",
                "DATE; TIME|'12:00:00'|(CHARACTER(8))",
                "DATE; UUID|NULL|(NULL)",
                "INTEGER ARRAY; CHARACTER VARYING ARRAY|ARRAY[]|",
                "DATE; TIME|TIMESTAMP '2026-01-01 00:00:00'|(TIMESTAMP(0))",
            })
    void refusesWhatFitsSeveral(String types, String argument, String found) throws SQLException {
        create(types);

        assertThatSqlFails(connection, "SELECT F(" + argument + ")")
                .hasState("42725")
                .hasMessageStartingWith("line 1, column 8: function 'PUBLIC.F': arguments ")
                .hasMessageEndingWith(" fit (" + types.replace("; ", ") or (")
                        + ") equally well; cast the arguments to one signature's types")
                .leavesUsable(connection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DATE; BINARY VARYING|7",
                "INTEGER; DATE|X'00'",
                "BOOLEAN; INTEGER|DATE '2026-01-01'",
                "INTEGER ARRAY; DATE|7",
                "INTEGER ARRAY; DATE|ARRAY[X'00']",
                "INTEGER; UUID|ARRAY[1]",
                "ROW(\"A\" INTEGER, \"B\" CHARACTER VARYING); DATE|ROW(1, 'a', 2)",
                "INTERVAL YEAR; INTERVAL MONTH|INTERVAL '1' DAY",
                "INTEGER; BIGINT|1, 2",
                "INTEGER; BIGINT|",
            })
    void refusesWhatFitsNone(String types, String arguments) throws SQLException {
        create(types);

        assertThatSqlFails(connection, "SELECT F(" + (arguments == null ? "" : arguments) + ")")
                .hasState("42883")
                .hasMessageStartingWith("line 1, column 8: function 'PUBLIC.F': expected arguments ("
                        + types.replace("; ", ") or (") + "), found (")
                .hasMessageEndingWith("); cast the arguments to a signature's types")
                .leavesUsable(connection);
    }

    @Test
    void countsAllArgumentsTogether() throws SQLException {
        for (String types : new String[] {"A INTEGER, B BIGINT", "A BIGINT, B INTEGER"}) {
            Sql.execute(
                    connection,
                    "CREATE FUNCTION F(" + types + ") RETURNS INTEGER LANGUAGE WASM FROM SHAPES EXPORT 'add'");
        }

        assertThat(chosen("F(1, CAST(2 AS BIGINT))")).isEqualTo("INTEGER, BIGINT");
        assertThat(chosen("F(CAST(2 AS BIGINT), 1)")).isEqualTo("BIGINT, INTEGER");
        assertThatSqlFails(connection, "SELECT F(1, 2)").hasState("42725");
        assertThat(chosen("F(CAST(1 AS BIGINT), 2)")).isEqualTo("BIGINT, INTEGER");
    }

    @Test
    void asksForATypeWhereAParameterFitsSeveral() throws SQLException {
        create("INTEGER; CHARACTER VARYING");

        assertThatSqlFails(connection, "SELECT F(?)")
                .hasState("42725")
                .hasMessageEndingWith("equally well; cast the arguments to one signature's types");
        try (PreparedStatement statement = connection.prepareStatement("SELECT F(CAST(? AS INTEGER))")) {
            statement.setInt(1, 7);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getObject(1)).isEqualTo(7);
            }
        }
    }

    @Test
    void tellsNoLengthsApart() throws SQLException {
        create("CHARACTER VARYING(10)");

        assertThatSqlFails(
                        connection,
                        "CREATE FUNCTION F(X VARCHAR(20)) RETURNS VARCHAR LANGUAGE WASM FROM SHAPES EXPORT"
                                + " 'nacre:shapes/echo#echo-string'")
                .hasState("42723")
                .hasMessage(
                        "function 'PUBLIC.F(CHARACTER VARYING(20))' exists: write CREATE OR REPLACE FUNCTION, or drop"
                                + " it first");
        Sql.execute(
                connection,
                "CREATE OR REPLACE FUNCTION F(X VARCHAR(20)) RETURNS VARCHAR LANGUAGE WASM FROM SHAPES EXPORT"
                        + " 'nacre:shapes/echo#echo-string'");
        assertThat(Sql.rows(connection, "SELECT PARAMETER_TYPES FROM NACRE.FUNCTIONS"))
                .containsExactly("CHARACTER VARYING(20)");
    }

    @Test
    void dropsByTheTypes() throws SQLException {
        create("INTEGER; BIGINT; CHARACTER VARYING(10)");

        assertThatSqlFails(connection, "DROP FUNCTION F")
                .hasState("42725")
                .hasMessage("function 'PUBLIC.F': expected the types of the one that is meant, because there are 3:"
                        + " PUBLIC.F(INTEGER), PUBLIC.F(BIGINT), PUBLIC.F(CHARACTER VARYING(10))");
        assertThatSqlFails(connection, "DROP FUNCTION F(DATE)")
                .hasState("42883")
                .hasMessage("function 'PUBLIC.F': expected it to exist, found only PUBLIC.F(INTEGER), PUBLIC.F(BIGINT),"
                        + " PUBLIC.F(CHARACTER VARYING(10))");
        assertThatSqlFails(connection, "DROP FUNCTION F()").hasState("42883");

        Sql.execute(connection, "DROP FUNCTION F(INT8)", "DROP FUNCTION IF EXISTS F(DATE)", "DROP FUNCTION F(VARCHAR)");
        assertThat(Sql.rows(connection, "SELECT PARAMETER_TYPES FROM NACRE.FUNCTIONS"))
                .containsExactly("INTEGER");
    }
}
