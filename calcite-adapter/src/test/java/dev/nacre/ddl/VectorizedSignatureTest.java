package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of lists: the written signature says whether they take arrays, or a batch of rows. */
class VectorizedSignatureTest {
    private static Connection connection;

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @BeforeAll
    static void createComponent() throws SQLException {
        connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
        Sql.component(connection, "KINDS", "kinds-rust");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static String create(String signature, String export) {
        return "CREATE OR REPLACE FUNCTION F" + signature + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#"
                + export + "'";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "twice | (V BIGINT) RETURNS BIGINT | VECTORIZED | F(21) | 42",
                "twice | (V BIGINT ARRAY) RETURNS BIGINT ARRAY | SCALAR | F(ARRAY[21, 4]) | [42, 8]",
                "twice | `` | SCALAR | F(ARRAY[21]) | [42]",
                "twice | (V INTEGER) RETURNS DECIMAL(20) | VECTORIZED | F(21) | 42",
                "plus | (DOUBLE PRECISION, DOUBLE PRECISION) RETURNS DOUBLE PRECISION | VECTORIZED | F(1, 0.5) | 1.5",
                "bytes-of | (VARBINARY) RETURNS BIGINT | VECTORIZED | F(X'0102') | 2",
                "bytes-of | (SMALLINT ARRAY) RETURNS BIGINT | VECTORIZED | F(ARRAY[1, 2, 3]) | 3",
                "bytes-of | (VARBINARY ARRAY) RETURNS BIGINT ARRAY | SCALAR | F(ARRAY[X'', X'01']) | [0, 1]",
                "checked | (BIGINT) RETURNS BIGINT | VECTORIZED | F(3) | 3",
                "divide-each | (BIGINT, BIGINT) RETURNS BIGINT | VECTORIZED | F(7, 2) | 3",
                "label | (BIGINT) RETURNS VARCHAR | VECTORIZED | F(NULL) | nothing",
                "echo-record | (ROW(NAME VARCHAR, AMOUNT BIGINT)) RETURNS ROW(NAME VARCHAR, AMOUNT BIGINT) | VECTORIZED"
                        + " | (F(ROW('a', 7))).AMOUNT | 7",
            })
    void decidesByTheSignature(String export, String signature, String kind, String call, String value)
            throws SQLException {
        Sql.execute(connection, create(signature, export));

        assertThat(Rows.single(connection, "SELECT KIND FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME = 'F'"))
                .isEqualTo(kind);
        assertThat(Rows.single(connection, "SELECT " + call)).hasToString(value);
        Sql.execute(connection, "DROP FUNCTION F");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "twice | (V BIGINT) RETURNS VARCHAR | result: expected an SQL type for WIT 's64', found CHARACTER VARYING;"
                        + " declare it BIGINT, or leave the signature out",
                "twice | (V DATE) RETURNS BIGINT | parameter 1 'V': expected an SQL type for WIT 's64', found DATE;"
                        + " declare it BIGINT, or leave the signature out",
                "twice | (V BIGINT) RETURNS BIGINT ARRAY | parameter 1 'V': expected an SQL type for WIT 'list<s64>', found"
                        + " BIGINT; declare it BIGINT ARRAY, or leave the signature out",
                "twice | (V BIGINT ARRAY) RETURNS BIGINT | result: expected an SQL type for WIT 'list<s64>', found BIGINT;"
                        + " declare it BIGINT ARRAY, or leave the signature out",
                "plus | (A DOUBLE PRECISION) RETURNS DOUBLE PRECISION | expected 2 parameters for WIT 'func(a: list<f64>, b:"
                        + " list<f64>) -> list<f64>', found 1",
                "plus | (A DOUBLE PRECISION, B DOUBLE PRECISION ARRAY) RETURNS DOUBLE PRECISION | parameter 1 'A': expected"
                        + " an SQL type for WIT 'list<f64>', found DOUBLE PRECISION; declare it DOUBLE PRECISION ARRAY, or"
                        + " leave the signature out",
                "divide-each | (A BIGINT, B BIGINT) RETURNS BOOLEAN | result: expected an SQL type for WIT"
                        + " 'result<s64, string>', found BOOLEAN; declare it BIGINT, or leave the signature out",
                "checked | (V BIGINT) RETURNS BOOLEAN | result: expected an SQL type for WIT 's64', found BOOLEAN;"
                        + " declare it BIGINT, or leave the signature out",
            })
    void refusesWhatFitsNeither(String export, String signature, String message) throws SQLException {
        assertThatSqlFails(connection, create(signature, export))
                .hasState("42P13")
                .hasMessageStartingWith("function 'PUBLIC.F': " + message + "; its exports are:\n")
                .leavesUsable(connection);
    }

    @Test
    void keepsBothBesideEachOther() throws SQLException {
        Sql.execute(
                connection,
                create("(V BIGINT) RETURNS BIGINT", "twice"),
                create("(V BIGINT ARRAY) RETURNS BIGINT ARRAY", "twice"));

        assertThat(Rows.of(connection, "SELECT F(X), F(ARRAY[X, X]) FROM SYSTEM_RANGE(1, 2)"))
                .containsExactly(List.of(2L, List.of(2L, 2L)), List.of(4L, List.of(4L, 4L)));
        Sql.execute(connection, "DROP FUNCTION F(BIGINT)", "DROP FUNCTION F(BIGINT ARRAY)");
    }
}
