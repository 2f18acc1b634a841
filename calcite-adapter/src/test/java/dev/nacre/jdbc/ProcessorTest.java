package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Table functions of guests over rows. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProcessorTest {
    private static final String URL = "jdbc:nacre:h2:mem:processors";
    private static final int FAILED = 1_000_000;

    private static Connection connection;
    private static Kinds kinds;

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @BeforeAll
    static void openDatabase() throws SQLException {
        connection = DriverManager.getConnection(URL);
        kinds = Kinds.in(connection);
        for (String export : List.of(
                "relabel",
                "relabel-checked",
                "batch-size",
                "smooth",
                "tally",
                "guard",
                "hoard",
                "fragile",
                "unruly",
                "live")) {
            kinds.function("processors", export);
        }
        kinds.function("tables", "series")
                .function("tables", "count-from")
                .function("tables", "bad")
                .function("procedures", "greet")
                .execute(
                        "CREATE FUNCTION ABOVE(R TABLE(DEVICE VARCHAR, AT BIGINT, \"VALUE\" DOUBLE), L DOUBLE) RETURNS"
                                + " TABLE(DEVICE VARCHAR, AT BIGINT, TEXT VARCHAR) LANGUAGE WASM FROM KINDS EXPORT"
                                + " 'nacre:kinds/processors#above'",
                        "CREATE FUNCTION PICKY LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/processors#picky'",
                        "CREATE TABLE R(DEVICE VARCHAR(20) NOT NULL, AT BIGINT, V DOUBLE, SITE INT)",
                        "INSERT INTO R VALUES ('b', 1, 10, 1), ('a', 2, 20, 2), ('b', 3, NULL, 1), ('a', 4, 40, NULL),"
                                + " ('b', 5, 50, NULL)",
                        "CREATE VIEW Q AS SELECT DEVICE, AT, V FROM R",
                        "CREATE TABLE D(ID INT, LAST BIGINT)",
                        "INSERT INTO D VALUES (1, 1), (2, 3), (3, 0)");
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM TABLE(RELABEL(TABLE Q)) | b 1 10/a 2 20/b 3 no value/a 4 40/b 5 50",
                "SELECT * FROM TABLE(RELABEL(TABLE(Q))) | b 1 10/a 2 20/b 3 no value/a 4 40/b 5 50",
                "SELECT * FROM TABLE(RELABEL(TABLE PUBLIC.Q)) LIMIT 1 | b 1 10",
                "SELECT * FROM RELABEL(TABLE Q) X LIMIT 1 | b 1 10",
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(SELECT DEVICE, AT, V FROM R WHERE SITE = 1))) | 10/no value",
                "SELECT TEXT FROM TABLE(RELABEL((SELECT DEVICE, AT, V FROM R WHERE SITE = 1))) | 10/no value",
                "SELECT X.TEXT FROM TABLE(RELABEL(CURSOR(SELECT DEVICE, AT, V FROM R ORDER BY AT DESC LIMIT 2))) X | 50/40",
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(VALUES ('x', 1, 2), ('y', 3, 4)))) | 2/4",
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(SELECT DEVICE, AT, V FROM R UNION ALL SELECT 'z', 9, 9) ORDER BY AT))"
                        + " | 10/20/no value/40/50/9",
                "SELECT AT FROM TABLE(RELABEL(TABLE Q ORDER BY AT DESC)) | 5/4/3/2/1",
                "SELECT AT, TEXT FROM TABLE(ABOVE(TABLE Q ORDER BY AT DESC, 15)) | 5 above 15/4 above 15/2 above 15",
                "SELECT AT FROM TABLE(ABOVE(TABLE(SELECT DEVICE, AT, V FROM R) ORDER BY (DEVICE, AT DESC), 5)) | 4/2/5/1",
                "SELECT AT FROM TABLE(ABOVE(TABLE(SELECT DEVICE, AT, V FROM R ORDER BY AT DESC LIMIT 3) ORDER BY AT, 5)) | 4/5",
                "SELECT * FROM TABLE(SMOOTH(TABLE Q ORDER BY AT, 2)) | a 2 15.0/b 5 45.0",
                "SELECT * FROM TABLE(SMOOTH(TABLE Q ORDER BY AT, 3)) | a 4 23.333333333333332/b 5 50.0",
                "SELECT * FROM TABLE(SMOOTH(TABLE Q PARTITION BY DEVICE ORDER BY AT, 2)) | a 4 30.0/b 5 30.0",
                "SELECT * FROM TABLE(TALLY(TABLE Q)) | b 5 1 5",
                "SELECT * FROM TABLE(TALLY(TABLE Q PARTITION BY DEVICE ORDER BY AT)) | a 2 2 4/b 3 1 5",
                "SELECT * FROM TABLE(TALLY(TABLE Q PARTITION BY DEVICE ORDER BY AT DESC)) | a 2 4 2/b 3 5 1",
                "SELECT * FROM TABLE(TALLY(TABLE(SELECT DEVICE, AT, V, SITE FROM R) PARTITION BY SITE ORDER BY AT))"
                        + " | a 2 4 5/b 2 1 3/a 1 2 2",
                "SELECT * FROM TABLE(TALLY(TABLE(SELECT DEVICE, AT, V, SITE FROM R) PARTITION BY (DEVICE, SITE) ORDER BY AT))"
                        + " | a 1 4 4/a 1 2 2/b 1 5 5/b 2 1 3",
                "SELECT * FROM TABLE(TALLY(TABLE(SELECT DEVICE, AT, V FROM R WHERE AT > 9))) | null 0 null null",
                "SELECT * FROM TABLE(TALLY(TABLE(SELECT DEVICE, AT, V FROM R WHERE AT > 9) PARTITION BY DEVICE)) |",
                "SELECT * FROM TABLE(RELABEL(TABLE(SELECT DEVICE, AT, V FROM R WHERE AT > 9))) |",
                "SELECT * FROM TABLE(TALLY(TABLE(SELECT 'x', 1, CAST(NULL AS DOUBLE) FROM R))) | x 5 1 1",
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(SELECT 5, '1', '2.5'))) | 2.5",
                "SELECT TEXT FROM TABLE(ABOVE(TABLE Q, NULL)) |",
                "SELECT TEXT FROM TABLE(ABOVE(TABLE Q, (SELECT MAX(V) - 1 FROM R))) | above 49",
                "SELECT \"VALUE\" FROM TABLE(SMOOTH(TABLE Q, 9)) | 30.0",
                "SELECT TEXT FROM TABLE(GUARD(TABLE Q)) | 10/20/no value/40/50/done",
                "SELECT COUNT(*), MIN(AT) FROM TABLE(HOARD(TABLE Q)) | 5 1",
                "SELECT TEXT FROM TABLE(BATCH_SIZE(TABLE Q)) | 5/5/5/5/5",
                "SELECT DEVICE, TEXT FROM TABLE(BATCH_SIZE(TABLE Q PARTITION BY DEVICE)) | a 2/a 2/b 3/b 3/b 3",
            })
    void takesRows(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(SELECT GREET(DEVICE), AT, V FROM R WHERE GREET(DEVICE) LIKE '%a'))) | 20/40",
                "SELECT DEVICE FROM TABLE(RELABEL(TABLE(SELECT GREET(DEVICE), AT, V FROM R) ORDER BY AT DESC)) LIMIT 1 | Hello, b",
                "SELECT * FROM TABLE(TALLY(TABLE(SELECT GREET(DEVICE) AS D, AT, V FROM R) PARTITION BY D ORDER BY AT))"
                        + " | Hello, a 2 2 4/Hello, b 3 1 5",
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(SELECT NAME, N, SQUARE FROM TABLE(SERIES(1, 3))))) | 1/4/9",
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(HOARD(TABLE Q)))) | 10/20/no value/40/50",
                "SELECT * FROM TABLE(TALLY(TABLE(HOARD(TABLE(SMOOTH(TABLE Q ORDER BY AT, 1)))) PARTITION BY DEVICE ORDER BY AT))"
                        + " | a 2 2 4/b 2 1 5",
                "WITH W AS (SELECT NAME, N, SQUARE FROM TABLE(SERIES(1, 2))) SELECT TEXT FROM TABLE(RELABEL(TABLE W)) | 1/4",
                "WITH W(A, B, C) AS (SELECT NAME, N, SQUARE FROM TABLE(SERIES(1, 2)))"
                        + " SELECT TEXT FROM TABLE(RELABEL(TABLE(W) ORDER BY B DESC)) | 4/1",
                "WITH W AS (SELECT 'x', 1, 2) SELECT TEXT FROM TABLE(RELABEL(TABLE W)) | 2",
                "SELECT D.ID, X.COUNT FROM D, TABLE(TALLY(TABLE(SELECT DEVICE, AT, V FROM R WHERE R.AT <= D.LAST))) X ORDER BY 1"
                        + " | 1 1/2 3/3 0",
                "SELECT D.ID, X.TEXT FROM D LEFT JOIN TABLE(ABOVE(TABLE(SELECT DEVICE, AT, V FROM R WHERE AT <= D.LAST), D.ID))"
                        + " X ON TRUE ORDER BY 1, 2 | 1 above 1/2 above 2/2 above 2/3 null",
                "SELECT D.ID, X.COUNT FROM D, TABLE(TALLY(TABLE(HOARD(TABLE(SELECT GREET(DEVICE), AT, V FROM R"
                        + " WHERE AT <= D.LAST))))) X ORDER BY 1 | 1 1/2 3/3 0",
                "SELECT ID, (SELECT COUNT FROM TABLE(TALLY(TABLE(SELECT DEVICE, AT, V FROM R WHERE R.AT <= D.LAST))))"
                        + " FROM D ORDER BY 1 | 1 1/2 3/3 0",
                "SELECT ID FROM D WHERE EXISTS (SELECT 1 FROM TABLE(RELABEL(TABLE(SELECT DEVICE, AT, V FROM R"
                        + " WHERE R.AT <= D.LAST)))) ORDER BY 1 | 1/2",
                "SELECT X.DEVICE, COUNT(*) FROM TABLE(RELABEL(TABLE Q)) X JOIN R ON R.AT = X.AT GROUP BY X.DEVICE ORDER BY 1"
                        + " | a 2/b 3",
            })
    void takesRowsOfEveryQuery(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 1024})
    void answersTheSameInBatchesOfEverySize(int batch) throws SQLException {
        String source =
                "(TABLE(SELECT CASE MOD(X, 3) WHEN 0 THEN 'a' ELSE 'b' END AS D, X, X * 1.0 FROM SYSTEM_RANGE(1, 40))";
        try (Connection bounded = DriverManager.getConnection(URL);
                Statement statement = bounded.createStatement()) {
            statement.execute("SET nacre.batch_rows = " + batch);

            assertThat(Kinds.rows(bounded, "SELECT DISTINCT TEXT FROM TABLE(BATCH_SIZE" + source + ")) ORDER BY 1"))
                    .isEqualTo(
                            switch (batch) {
                                case 1 -> List.of("1");
                                case 16 -> List.of("16", "8");
                                default -> List.of("40");
                            });
            assertThat(Kinds.rows(
                            bounded,
                            "SELECT DEVICE, TEXT, COUNT(*) FROM TABLE(BATCH_SIZE" + source + " PARTITION BY D))"
                                    + " GROUP BY DEVICE, TEXT ORDER BY 1"))
                    .containsExactly("a 13 13", "b 27 27");
            assertThat(Kinds.rows(
                            bounded,
                            "SELECT DEVICE, COUNT(*), SUM(\"VALUE\") FROM TABLE(SMOOTH" + source
                                    + " PARTITION BY D ORDER BY X, 10)) GROUP BY DEVICE ORDER BY 1"))
                    .containsExactly("a 2 52.5", "b 3 65.285714285714285");
            assertThat(Kinds.rows(bounded, "SELECT * FROM TABLE(TALLY" + source + "))"))
                    .containsExactly("b 40 1 40");
            assertThat(Kinds.rows(bounded, "SELECT COUNT(*), SUM(AT) FROM TABLE(HOARD" + source + "))"))
                    .containsExactly("40 820");
        }
    }

    @Test
    void boundsBatchesByTheirBytes() throws SQLException {
        try (Connection bounded = DriverManager.getConnection(URL);
                Statement statement = bounded.createStatement()) {
            statement.execute("SET nacre.batch_bytes = '1 KiB'");

            assertThat(Kinds.rows(
                            bounded,
                            "SELECT MAX(CAST(TEXT AS INT)), COUNT(*) FROM TABLE(BATCH_SIZE(TABLE(SELECT REPEAT('x', 400), X, 1"
                                    + " FROM SYSTEM_RANGE(1, 40))))"))
                    .containsExactly("2 40");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT TEXT FROM TABLE(RELABEL(TABLE(SELECT NAME, N, N FROM TABLE(COUNT_FROM(1))))) LIMIT 2 | 1/2",
                "SELECT TEXT FROM TABLE(GUARD(TABLE(SELECT NAME, N, N FROM TABLE(BAD('endless'))))) LIMIT 2 | 1/2",
                "SELECT EXISTS (SELECT 1 FROM TABLE(UNRULY(TABLE(SELECT NAME, N, N FROM TABLE(COUNT_FROM(1)))))), LIVE()"
                        + " | true 0",
                "SELECT (SELECT COUNT(*) FROM TABLE(TALLY(TABLE Q PARTITION BY DEVICE))), LIVE() | 2 0",
                "SELECT TEXT FROM TABLE(ABOVE(TABLE(SELECT NAME, N, N FROM TABLE(COUNT_FROM(1))), NULL)) |",
            })
    void readsNoMoreThanItGives(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @Test
    void countsCallsRowsAndBatches() throws SQLException {
        kinds.execute("CREATE FUNCTION MEANS LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/processors#smooth'");

        kinds.rows("SELECT * FROM TABLE(MEANS(TABLE(SELECT DEVICE, X, V FROM R, SYSTEM_RANGE(1, 1000)), 10))");

        assertThat(kinds.rows("SELECT CALLS, ROW_COUNT, BATCHES, TRAPS, LAST_ERROR FROM NACRE.FUNCTION_STATS"
                        + " WHERE FUNCTION_NAME = 'MEANS'"))
                .containsExactly("7 5000 5 0 null");
    }

    @Test
    void takesRowsOneByOneWhereABatchMayHaveNoBytes() throws SQLException {
        try (Connection bounded = DriverManager.getConnection(URL);
                Statement statement = bounded.createStatement()) {
            statement.execute("SET NACRE.BATCH_BYTES = 0");
            for (String source : List.of("(TABLE Q)", "(TABLE Q PARTITION BY DEVICE)")) {
                assertThat(Kinds.rows(bounded, "SELECT SUM(COUNT) FROM TABLE(TALLY" + source + ")"))
                        .as(source)
                        .containsExactly("5");
            }
            assertThat(Kinds.rows(bounded, "SELECT DISTINCT TEXT FROM TABLE(BATCH_SIZE(TABLE Q))"))
                    .containsExactly("1");
        }
    }

    @Test
    void takesParameters() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT AT FROM TABLE(ABOVE(TABLE(SELECT ?, AT, V FROM R WHERE AT < ?) ORDER BY AT, ?)) WHERE DEVICE = ?")) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(4);
            assertThat(statement.getMetaData().getColumnTypeName(1)).isEqualTo("BIGINT");
            for (int most = 2; most < 5; most++) {
                statement.setString(1, "x");
                statement.setLong(2, most);
                statement.setDouble(3, 15);
                statement.setString(4, "x");
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(Rows.all(rows)).isEqualTo(most == 2 ? List.of() : List.of(List.of(2L)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RELABEL_CHECKED(TABLE(SELECT CASE X WHEN 5 THEN 'error' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38000 | 4 | function 'PUBLIC.RELABEL_CHECKED': device error at 5",
                "GUARD(TABLE(SELECT CASE X WHEN 5 THEN 'error' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38000 | 4 | function 'PUBLIC.GUARD': device error at 5",
                "GUARD(TABLE(SELECT CASE X WHEN 5 THEN 'error-at-end' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38000 | 9 | function 'PUBLIC.GUARD': device error at 5",
                "PICKY(TABLE(SELECT DEVICE, AT, V FROM R), -3) | 38000 | 0 | function 'PUBLIC.PICKY': negative: -3",
                "FRAGILE(TABLE(SELECT CASE X WHEN 5 THEN 'trap' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38N01 | 4 | function 'PUBLIC.FRAGILE': unreachable",
                "FRAGILE(TABLE(SELECT CASE X WHEN 5 THEN 'loop' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 57014 | 4 | function 'PUBLIC.FRAGILE'",
                "FRAGILE(TABLE(SELECT CASE X WHEN 5 THEN 'memory' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38N01 | 4 | function 'PUBLIC.FRAGILE'",
                "UNRULY(TABLE(SELECT CASE X WHEN 5 THEN 'trap' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38N01 | 4 | function 'PUBLIC.UNRULY': unreachable",
                "UNRULY(TABLE(SELECT CASE X WHEN 5 THEN 'trap-at-end' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38N01 | 9 | function 'PUBLIC.UNRULY': unreachable",
                "UNRULY(TABLE(SELECT CASE X WHEN 5 THEN 'loop-at-end' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 57014 | 9 | function 'PUBLIC.UNRULY'",
                "UNRULY(TABLE(SELECT CASE X WHEN 5 THEN 'memory-at-end' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38N01 | 9 | function 'PUBLIC.UNRULY'",
                "UNRULY(TABLE(SELECT CASE X WHEN 5 THEN 'trap-at-drop' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 38N01 | 9 | function 'PUBLIC.UNRULY': unreachable",
                "UNRULY(TABLE(SELECT CASE X WHEN 5 THEN 'loop-at-drop' ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 57014 | 9 | function 'PUBLIC.UNRULY'",
                "RELABEL(TABLE(SELECT 'x', X, 1 / (5 - X) FROM SYSTEM_RANGE(1, 9))) | 22012 | 4 | Division by zero",
                "RELABEL(TABLE(SELECT 'x', CASE X WHEN 5 THEN 'y' ELSE '1' END, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 22018 | 4 | Data conversion error converting \"y\"",
                "RELABEL(TABLE(SELECT NAME, N, N FROM TABLE(BAD('trap')))) | 38N01 | 4 | function 'PUBLIC.BAD': unreachable",
                "RELABEL(TABLE(SELECT CASE X WHEN 5 THEN NULL ELSE 'x' END, X, 1 FROM SYSTEM_RANGE(1, 9)))"
                        + " | 39004 | 4 | function 'PUBLIC.RELABEL'",
                "BATCH_SIZE(TABLE(SELECT 'x' AS D, 1, 1 / (5 - X) FROM SYSTEM_RANGE(1, 9)) PARTITION BY D)"
                        + " | 22012 | 0 | Division by zero",
                "BATCH_SIZE(TABLE(SELECT 'x' AS D, X, 1 FROM SYSTEM_RANGE(1, 1000000)) PARTITION BY D)"
                        + " | 53200 | 0 | statement: keeps ",
            })
    void failsBehindTheRowsBefore(String call, String state, int rowsBefore, String message) throws SQLException {
        int before = 0;
        try (Connection bounded = DriverManager.getConnection(URL);
                Statement statement = bounded.createStatement()) {
            statement.execute("SET nacre.call_timeout = '" + (state.equals("57014") ? "300ms" : "60s") + "'");
            statement.execute("SET nacre.memory = '8MiB'");
            statement.execute("SET nacre.query_memory = '32MiB'");
            statement.execute("SET nacre.batch_rows = 2");
            try (ResultSet rows = statement.executeQuery("SELECT * FROM TABLE(" + call + ")")) {
                while (rows.next()) {
                    before++;
                }
            } catch (SQLException failure) {
                assertThat(failure.getSQLState()).isEqualTo(state);
                assertThat(failure.getMessage()).startsWith(message);
                before += FAILED;
            }
            assertThat(Kinds.rows(bounded, "SELECT COUNT FROM TABLE(TALLY(TABLE Q))"))
                    .containsExactly("5");
        }
        assertThat(before - FAILED).isEqualTo(rowsBefore);
    }

    @Test
    void givesAsManyRowsAsTheGuestMakes() throws SQLException {
        assertThat(kinds.rows(
                        "SELECT COUNT(*) FROM TABLE(FRAGILE(TABLE(SELECT 'grow', X, 1 FROM SYSTEM_RANGE(1, 50))))"))
                .containsExactly("50000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 FROM TABLE(RELABEL(TABLE R)) | 42883 | line 1, column 21: function 'PUBLIC.RELABEL': expected"
                        + " arguments (TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION)), found"
                        + " (TABLE(\"DEVICE\" CHARACTER VARYING(20), \"AT\" BIGINT, \"V\" DOUBLE PRECISION, \"SITE\" INTEGER));",
                "SELECT 1 FROM TABLE(RELABEL(TABLE D)) | 42883 | found (TABLE(\"ID\" INTEGER, \"LAST\" BIGINT))",
                "SELECT 1 FROM TABLE(RELABEL(TABLE(SELECT DATE '2026-01-01', TIME '10:00:00', 1))) | 42883 | TIME",
                "SELECT 1 FROM TABLE(RELABEL(5)) | 42883 | found (INTEGER)",
                "SELECT 1 FROM TABLE(RELABEL(TABLE Q, 5)) | 42883 | found (TABLE(",
                "SELECT 1 FROM TABLE(SERIES(TABLE Q, 5)) | 42883 | expected arguments (BIGINT, BIGINT), found (TABLE(",
                "SELECT 1 FROM TABLE(RELABEL(TABLE NOSUCH)) | 42S02 | Table \"NOSUCH\" not found",
                "SELECT 1 FROM TABLE(RELABEL(TABLE(SELECT NOSUCH, AT, V FROM R))) | 42S22 | Column \"NOSUCH\" not found",
                "SELECT 1 FROM TABLE(RELABEL(TABLE Q PARTITION BY NOSUCH)) | 42000 | line 1, column 50: PARTITION BY and ORDER BY"
                        + " of rows that are an argument: expected one of their columns DEVICE, AT, V, found 'NOSUCH'",
                "SELECT 1 FROM TABLE(RELABEL(TABLE Q ORDER BY AT + 1)) | 42000 | expected one of their columns",
            })
    void refusesMistakes(String sql, String state, String message) {
        assertThatSqlFails(connection, sql).hasState(state).hasMessageContaining(message);
    }

    @Test
    void letsH2SortWhatH2Reads() throws SQLException {
        assertThat(kinds.rows("EXPLAIN SELECT AT FROM TABLE(SMOOTH(TABLE Q PARTITION BY DEVICE ORDER BY AT DESC, 2))"))
                .anyMatch(line -> line.equals("scan 1, H2: SELECT * FROM Q ORDER BY 1, 2 DESC"))
                .anyMatch(line -> line.contains("WasmProcessor")
                        && line.contains("WASM[PUBLIC.SMOOTH version ")
                        && line.contains(", processor, batch mode]")
                        && line.contains("columns=[[AT]], partition=[[0]]"));
    }
}
