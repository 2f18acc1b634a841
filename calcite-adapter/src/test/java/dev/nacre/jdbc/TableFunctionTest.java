package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.h2.H2Rows;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Table functions of guests in FROM. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TableFunctionTest {
    private static final String URL = "jdbc:nacre:h2:mem:table_functions";
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
                "series",
                "split",
                "maybe",
                "failing",
                "count-from",
                "count-to",
                "try-count",
                "ladder",
                "stepper",
                "picky",
                "moody",
                "hesitant",
                "bad",
                "clingy",
                "live",
                "spin",
                "traps-at-42")) {
            kinds.function("tables", export);
        }
        kinds.function("procedures", "greet")
                .execute(
                        "CREATE FUNCTION SINGLES(N BIGINT) RETURNS TABLE(V BIGINT) LANGUAGE WASM FROM KINDS"
                                + " EXPORT 'nacre:kinds/tables#singles'",
                        "CREATE FUNCTION PLAIN(N BIGINT) RETURNS TABLE(V BIGINT) LANGUAGE WASM FROM KINDS"
                                + " EXPORT 'nacre:kinds/tables#plain'",
                        "CREATE FUNCTION SMALLER(A INT, B SMALLINT) RETURNS TABLE(N BIGINT, SQUARE BIGINT, NAME VARCHAR(3))"
                                + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#series'",
                        "CREATE SCHEMA S",
                        "CREATE FUNCTION S.STEPS LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#stepper'",
                        "CREATE TABLE T(ID INT PRIMARY KEY, N BIGINT, S VARCHAR(20))",
                        "INSERT INTO T VALUES (1, 1, 'a-b'), (2, 2, 'c'), (3, 0, NULL), (4, NULL, 'd-e-f')");
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM TABLE(SERIES(1, 2)) | 1 1 n1/2 4 n2",
                "SELECT * FROM TABLE(SERIES(1, 2)) S | 1 1 n1/2 4 n2",
                "SELECT S.NAME, N FROM TABLE(SERIES(1, 3)) AS S WHERE N > 1 | n2 2/n3 3",
                "SELECT C, T.A FROM TABLE(SERIES(1, 3)) AS T(A, B, C) ORDER BY B DESC | n3 3/n2 2/n1 1",
                "SELECT SERIES.N FROM SERIES(1, 2) | 1/2",
                "SELECT X.N FROM SERIES(1, 2) X | 1/2",
                "SELECT * FROM S.STEPS(1, 2) | 1 1 n1/2 4 n2",
                "SELECT STEPS.* FROM TABLE(S.STEPS(1, 2)) | 1 1 n1/2 4 n2",
                "SELECT * FROM TABLE(SINGLES(2)) | 1/2",
                "SELECT V FROM TABLE(PLAIN(2)) | 1/2",
                "SELECT N FROM TABLE(LADDER(1, 2)) | 1/2",
                "SELECT N FROM TABLE(STEPPER(1, 2)) | 1/2",
                "SELECT N FROM TABLE(COUNT_TO(1, 2)) | 1/2",
                "SELECT N FROM TABLE(TRY_COUNT(1, 2)) | 1/2",
                "SELECT COUNT(*), SUM(N) FROM TABLE(LADDER(1, 3000)) | 3000 4501500",
                "SELECT COUNT(*), SUM(N) FROM TABLE(STEPPER(1, 3000)) | 3000 4501500",
                "SELECT N FROM TABLE(SERIES(3, 1)) |",
                "SELECT N FROM TABLE(LADDER(3, 1)) |",
                "SELECT N FROM TABLE(SERIES(NULL, 1)) |",
                "SELECT N FROM TABLE(LADDER(1, NULL)) |",
                "SELECT * FROM TABLE(MAYBE(NULL)) | 0 0 nothing",
                "SELECT N FROM TABLE(SERIES('1', 2.4)) | 1/2",
                "SELECT N FROM TABLE(SERIES(1 + 1, ABS(-3))) | 2/3",
                "SELECT N, CURRENT_DATE > DATE '2020-01-01' FROM TABLE(SERIES(1, 1)) | 1 true",
                "SELECT COUNT(*) FROM TABLE(SPLIT(CURRENT_USER, 'xyz')) WHERE PART = CURRENT_USER | 1",
                "SELECT N FROM TABLE(SERIES(1, EXTRACT(YEAR FROM CURRENT_DATE) / 2000)) | 1",
                "SELECT N + 1, UPPER(NAME) FROM TABLE(SERIES(1, 2)) | 2 N1/3 N2",
                "SELECT GREET(NAME) FROM TABLE(SERIES(1, 2)) WHERE GREET(NAME) LIKE '%2' | Hello, n2",
                "SELECT PART FROM TABLE(SPLIT(GREET('a'), ' ')) | Hello,/a",
                "SELECT N FROM TABLE(SERIES((SELECT MIN(ID) FROM T), (SELECT COUNT(*) - 2 FROM T))) | 1/2",
                "SELECT N FROM TABLE(SERIES(1, (SELECT MAX(N) FROM TABLE(SERIES(1, 2))))) | 1/2",
            })
    void standsInFrom(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT T.ID, U.PART FROM T, LATERAL TABLE(SPLIT(T.S, '-')) AS U ORDER BY 1, 2"
                        + " | 1 a/1 b/2 c/4 d/4 e/4 f",
                "SELECT ID, PART FROM T, TABLE(SPLIT(S, '-')) ORDER BY 1, 2 | 1 a/1 b/2 c/4 d/4 e/4 f",
                "SELECT ID, PART FROM T CROSS JOIN LATERAL TABLE(SPLIT(S, '-')) ORDER BY 1, 2"
                        + " | 1 a/1 b/2 c/4 d/4 e/4 f",
                "SELECT T.ID, U.PART FROM T JOIN LATERAL TABLE(SPLIT(T.S, '-')) AS U ON U.POSITION = T.ID ORDER BY 1"
                        + " | 1 a",
                "SELECT T.ID, U.PART FROM T LEFT JOIN LATERAL TABLE(SPLIT(T.S, '-')) AS U ON TRUE ORDER BY 1, 2"
                        + " | 1 a/1 b/2 c/3 null/4 d/4 e/4 f",
                "SELECT T.ID, U.PART FROM T LEFT JOIN TABLE(SPLIT(T.S, '-')) AS U ON U.POSITION > 1 ORDER BY 1, 2"
                        + " | 1 b/2 null/3 null/4 e/4 f",
                "SELECT T.ID, U.N, V.N FROM T, TABLE(LADDER(1, T.N)) U, TABLE(SERIES(U.N, U.N + 1)) V ORDER BY 1, 2, 3"
                        + " | 1 1 1/1 1 2/2 1 1/2 1 2/2 2 2/2 2 3",
                "SELECT X.ID, U.N FROM T X JOIN T Y ON X.ID = Y.ID, TABLE(SERIES(X.ID, Y.ID)) U ORDER BY 1"
                        + " | 1 1/2 2/3 3/4 4",
                "SELECT X.ID, V.N FROM T X JOIN (T Y CROSS JOIN TABLE(SERIES(X.ID, Y.ID)) V) ON X.ID = Y.ID ORDER BY 1"
                        + " | 1 1/2 2/3 3/4 4",
                "SELECT U.N, T.ID FROM TABLE(SERIES(1, 9)) U JOIN T ON T.ID = U.N WHERE T.ID < 3 ORDER BY 1 | 1 1/2 2",
                "SELECT T.ID, U.N FROM T JOIN TABLE(SERIES(1, 9)) U ON T.ID = U.N WHERE T.ID < 3 ORDER BY 1 | 1 1/2 2",
                "SELECT T.ID, U.N FROM T RIGHT JOIN TABLE(SERIES(4, 5)) U ON T.ID = U.N ORDER BY 2 | 4 4/null 5",
                "SELECT Q.N, U.N FROM (SELECT N FROM TABLE(COUNT_FROM(1)) LIMIT 2) Q, TABLE(SERIES(1, Q.N)) U ORDER BY 1, 2"
                        + " | 1 1/2 1/2 2",
                "SELECT T.ID, U.PART FROM T, TABLE(SPLIT((SELECT MAX(X.S) FROM T X WHERE X.ID = T.ID - 1), '-')) U"
                        + " ORDER BY 1, 2 | 2 a/2 b/3 c",
                "SELECT T.ID, PART FROM T, TABLE(SPLIT(CASE WHEN ID < 2 THEN S ELSE UPPER(S) END, '-')) ORDER BY 1, 2"
                        + " | 1 a/1 b/2 C/4 D/4 E/4 F",
                "SELECT A.N, B.NAME FROM TABLE(SERIES(1, 2)) A, TABLE(SERIES(A.N, 2)) B WHERE A.N < B.N | 1 n2",
                "SELECT N, (SELECT MAX(V.N) FROM TABLE(SERIES(1, U.N)) V) FROM TABLE(SERIES(2, 3)) U | 2 2/3 3",
            })
    void takesColumnsOfTheItemsToItsLeft(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ID FROM T WHERE ID IN (SELECT N FROM TABLE(SERIES(2, 3))) ORDER BY 1 | 2/3",
                "SELECT ID FROM T WHERE EXISTS (SELECT 1 FROM TABLE(SERIES(3, T.ID))) ORDER BY 1 | 3/4",
                "SELECT ID, (SELECT MAX(N) FROM TABLE(SERIES(1, T.ID))) FROM T ORDER BY 1 | 1 1/2 2/3 3/4 4",
                "SELECT ID, (SELECT MAX(U.N) FROM T X, TABLE(SERIES(X.ID, T.ID)) U WHERE X.ID < 2) FROM T ORDER BY 1"
                        + " | 1 1/2 2/3 3/4 4",
                "SELECT ID, ID > ALL (SELECT N FROM TABLE(LADDER(1, 2))) FROM T ORDER BY 1"
                        + " | 1 false/2 false/3 true/4 true",
                "SELECT N FROM TABLE(SERIES(1, 2)) UNION ALL SELECT N FROM TABLE(LADDER(2, 3)) ORDER BY 1 | 1/2/2/3",
                "SELECT N FROM TABLE(SERIES(1, 2)) UNION SELECT ID FROM T ORDER BY 1 | 1/2/3/4",
                "SELECT ID FROM T EXCEPT SELECT N FROM TABLE(SERIES(1, 3)) | 4",
                "SELECT ID FROM T INTERSECT SELECT N FROM TABLE(SERIES(3, 9)) ORDER BY 1 | 3/4",
                "WITH W AS (SELECT N, NAME FROM TABLE(SERIES(1, 2))), X AS (SELECT ID FROM T)"
                        + " SELECT * FROM W JOIN X ON X.ID = W.N ORDER BY 1 | 1 n1 1/2 n2 2",
                "WITH W(A) AS (SELECT ID FROM T) SELECT A, N FROM W, TABLE(SERIES(A, 2)) ORDER BY 1, 2 | 1 1/1 2/2 2",
                "SELECT U.N, COUNT(*) FROM T, TABLE(LADDER(1, T.ID)) U GROUP BY U.N HAVING COUNT(*) > 2 ORDER BY 1"
                        + " | 1 4/2 3",
                "SELECT U.N, LISTAGG(T.ID, '+') WITHIN GROUP (ORDER BY T.ID) FROM T, TABLE(LADDER(1, T.ID)) U"
                        + " WHERE U.N > 2 GROUP BY U.N ORDER BY 1 | 3 3+4/4 4",
                "SELECT U.N, ROW_NUMBER() OVER (ORDER BY U.N DESC) FROM TABLE(SERIES(1, 2)) U ORDER BY 1 | 1 2/2 1",
                "SELECT DISTINCT MOD(U.N, 2) FROM TABLE(SERIES(1, 5)) U ORDER BY 1 | 0/1",
                "SELECT N FROM TABLE(SERIES(1, 9)) ORDER BY N DESC OFFSET 1 ROW FETCH NEXT 2 ROWS ONLY | 8/7",
                "SELECT N FROM TABLE(SERIES(1, 9)) ORDER BY MOD(N, 3), N FETCH FIRST ROW WITH TIES | 3",
                "SELECT N FROM TABLE(SERIES(CAST(NULL AS BIGINT), (SELECT 1))) |",
                "VALUES (1, (SELECT MAX(N) FROM TABLE(SERIES(1, 2)))) | 1 2",
                "SELECT GREET((SELECT MAX(NAME) FROM TABLE(SERIES(1, 2)))) | Hello, n2",
            })
    void standsInEveryQuery(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT N FROM TABLE(COUNT_FROM(1)) LIMIT 3 | 1/2/3",
                "SELECT N FROM TABLE(BAD('endless')) LIMIT 10 | 1/2/3/4/5/6/7/8/9/10",
                "SELECT T.ID, C.N FROM T JOIN TABLE(COUNT_FROM(5)) C ON C.N > T.ID WHERE T.ID = 1 LIMIT 2 | 1 5/1 6",
                "SELECT T.ID, C.N FROM TABLE(COUNT_FROM(1)) C JOIN T ON C.N = T.ID LIMIT 4 | 1 1/2 2/3 3/4 4",
                "SELECT T.ID, C.N FROM T, TABLE(COUNT_FROM(T.ID)) C WHERE T.ID = 2 LIMIT 2 | 2 2/2 3",
                "SELECT EXISTS (SELECT 1 FROM TABLE(COUNT_FROM(1))) | true",
                "SELECT ID FROM T WHERE EXISTS (SELECT 1 FROM TABLE(COUNT_FROM(T.ID))) ORDER BY 1 | 1/2/3/4",
            })
    void endsOverRowsWithoutEnd(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // moody fails at its end: who does not get there has asked for few rows
                "SELECT N FROM TABLE(MOODY(40)) LIMIT 3 | 1/2/3",
                "SELECT N FROM TABLE(HESITANT(40)) LIMIT 3 | 1/2/3",
                "SELECT T.ID, U.N FROM T, TABLE(HESITANT(17)) U LIMIT 16"
                        + " | 1 1/1 2/1 3/1 4/1 5/1 6/1 7/1 8/1 9/1 10/1 11/1 12/1 13/1 14/1 15/1 16",
            })
    void asksForFewRowsFirst(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    @Test
    void countsCallsRowsAndBatches() throws SQLException {
        kinds.execute("CREATE FUNCTION RUNGS LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#ladder'");
        String counts = "SELECT CALLS, ROW_COUNT, BATCHES FROM NACRE.FUNCTION_STATS WHERE FUNCTION_NAME = 'RUNGS'";

        assertThat(kinds.rows("SELECT N FROM TABLE(RUNGS(1, 1000000)) LIMIT 3")).containsExactly("1", "2", "3");
        assertThat(kinds.rows(counts)).containsExactly("2 16 1");

        assertThat(kinds.rows("SELECT COUNT(N) FROM TABLE(RUNGS(1, 1000))")).containsExactly("1000");
        assertThat(kinds.rows(counts)).containsExactly("8 1016 6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT (SELECT COUNT(*) FROM (SELECT N FROM TABLE(COUNT_FROM(1)) LIMIT 3)), LIVE() | 3 0",
                "SELECT (SELECT MAX(N) FROM TABLE(LADDER(1, 100))), LIVE() | 100 0",
                "SELECT EXISTS (SELECT 1 FROM TABLE(COUNT_FROM(1))), LIVE() | true 0",
                "SELECT ID, (SELECT SUM(N) FROM (SELECT N FROM TABLE(COUNT_FROM(T.ID)) LIMIT 2)), LIVE() FROM T ORDER BY 1"
                        + " | 1 3 0/2 5 0/3 7 0/4 9 0",
            })
    void closesCursorsThatNobodyReadsOn(String sql, String rows) throws SQLException {
        assertThat(kinds.rows(sql)).isEqualTo(Kinds.expected(rows));
    }

    /** A subquery that varies is run for each row: the side that is read again and again is closed with it. */
    @Test
    void closesTheSidesOfJoins() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ID, EXISTS (SELECT 1 FROM T A JOIN T B"
                        + " ON GREET(A.ID) < GREET(B.ID) || 'x' AND A.ID <= T.ID) FROM T ORDER BY GREET(ID)")) {
            rows.next();
            int open = H2Rows.openResults();
            while (rows.next()) {
                assertThat(rows.getBoolean(2)).isTrue();
                assertThat(H2Rows.openResults()).isLessThanOrEqualTo(open);
            }
        }
    }

    @Test
    void givesRowsToStatementsThatWrite() throws SQLException {
        kinds.execute(
                "CREATE TABLE W AS SELECT N, NAME FROM TABLE(SERIES(1, 2))",
                "INSERT INTO W SELECT U.N + 10, U.NAME FROM T, TABLE(LADDER(T.ID, 3)) U WHERE T.ID = 2",
                "CREATE TABLE L AS SELECT U.N FROM T, LATERAL TABLE(LADDER(T.ID, 3)) U", // no syntax of H2's
                "MERGE INTO W USING (SELECT N, NAME FROM TABLE(SERIES(2, 3))) S ON W.N = S.N"
                        + " WHEN MATCHED THEN UPDATE SET NAME = 'two' WHEN NOT MATCHED THEN INSERT VALUES (S.N, S.NAME)");

        assertThat(kinds.rows("SELECT * FROM W ORDER BY 1")).containsExactly("1 n1", "2 two", "3 n3", "12 n2", "13 n3");
    }

    @Test
    void stopsWhenCancelledOrLate() throws SQLException {
        String endless = "SELECT COUNT(*) FROM TABLE(COUNT_FROM(1))";
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatFails(endless, () -> statement.executeQuery(endless)).hasState("57014");
            statement.setQueryTimeout(0);
            Timer timer = new Timer(true);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            try {
                                statement.cancel();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    },
                    300);
            assertThatFails(endless, () -> statement.executeQuery(endless)).hasState("57014");
            timer.cancel();
        }
        assertThat(kinds.rows("SELECT N FROM TABLE(COUNT_FROM(1)) LIMIT 1")).containsExactly("1");
    }

    @Test
    void closesEarlyWithTheResult() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT T.ID, C.N FROM T, TABLE(COUNT_FROM(T.ID)) C")) {
            assertThat(rows.next()).isTrue();
        }
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(5);
            try (ResultSet rows = statement.executeQuery("SELECT N FROM TABLE(COUNT_FROM(1))")) {
                assertThat(Rows.all(rows)).hasSize(5);
            }
        }
    }

    @Test
    void takesParameters() throws SQLException {
        String sql = "SELECT U.N, ? FROM T, TABLE(SERIES(?, T.ID + ?)) U WHERE T.ID = ? ORDER BY 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            assertThat(parameters.getParameterCount()).isEqualTo(4);
            ResultSetMetaData columns = statement.getMetaData();
            assertThat(columns.getColumnCount()).isEqualTo(2);
            assertThat(columns.getColumnLabel(1)).isEqualTo("N");
            assertThat(columns.getColumnTypeName(1)).isEqualTo("BIGINT");
            for (int last = 0; last < 2; last++) {
                statement.setString(1, "x");
                statement.setLong(2, 2);
                statement.setInt(3, last);
                statement.setInt(4, 3);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(Kinds.texts(Rows.all(rows)))
                            .isEqualTo(last == 0 ? List.of("2 x", "3 x") : List.of("2 x", "3 x", "4 x"));
                }
            }
        }
    }

    @Test
    void hasTheDeclaredTypes() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM TABLE(SMALLER(1, 2)) X")) {
            ResultSetMetaData columns = statement.getMetaData();
            assertThat(columns.getColumnTypeName(3)).isEqualTo("CHARACTER VARYING");
            assertThat(columns.getPrecision(3)).isEqualTo(3);
            assertThat(columns.getTableName(3)).isEqualTo("X");
        }
        assertThat(kinds.rows("SELECT NAME FROM TABLE(SMALLER(8, 10))")).containsExactly("n8", "n9", "n10");
        assertThatSqlFails(connection, "SELECT NAME FROM TABLE(SMALLER(98, 100))")
                .hasState("22001")
                .hasMessageContaining("NAME");
        assertThat(kinds.rows("SELECT N FROM TABLE(SMALLER(98, 100))")).containsExactly("98", "99", "100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT N FROM TABLE(PICKY(-3)) | 38000 | 0 | function 'PUBLIC.PICKY': negative: -3",
                "SELECT N FROM TABLE(FAILING(-3)) | 38000 | 0 | function 'PUBLIC.FAILING': negative: -3",
                "SELECT N FROM TABLE(TRY_COUNT(3, 1)) | 38000 | 0"
                        + " | function 'PUBLIC.TRY_COUNT': no numbers from 3 to 1",
                "SELECT N FROM TABLE(MOODY(7)) | 38000 | 7 | function 'PUBLIC.MOODY': moody after 7 rows",
                "SELECT N FROM TABLE(HESITANT(7)) | 38000 | 7 | function 'PUBLIC.HESITANT': hesitant after 7 rows",
                "SELECT N FROM TABLE(BAD('trap')) | 38N01 | 6 | function 'PUBLIC.BAD': unreachable",
                "SELECT N FROM TABLE(BAD('loop')) | 57014 | 6 | function 'PUBLIC.BAD'",
                "SELECT N FROM TABLE(BAD('memory')) | 38N01 | 6 | function 'PUBLIC.BAD'",
                "SELECT N FROM TABLE(BAD('hoard')) | 38N01 | | function 'PUBLIC.BAD'",
                "SELECT N FROM TABLE(BAD('more')) | 38N02 | 0 | function 'PUBLIC.BAD': expected at most 16 rows from"
                        + " 'next', found 17; the cursor has to keep what is too many for its next call",
                "SELECT N FROM TABLE(BAD('trap-in-constructor')) | 38N01 | 0 | function 'PUBLIC.BAD': unreachable",
                "SELECT N FROM TABLE(BAD('loop-in-constructor')) | 57014 | 0 | function 'PUBLIC.BAD'",
                "SELECT N FROM TABLE(CLINGY('trap')) | 38N01 | 3 | function 'PUBLIC.CLINGY': unreachable",
                "SELECT N FROM TABLE(CLINGY('loop')) | 57014 | 3 | function 'PUBLIC.CLINGY'",
                "SELECT N FROM TABLE(TRAPS_AT_42(42)) | 38N01 | 0 | function 'PUBLIC.TRAPS_AT_42': unreachable",
                "SELECT N FROM TABLE(SPIN(42)) | 57014 | 0 | function 'PUBLIC.SPIN'",
                "SELECT U.N FROM T, TABLE(BAD(CASE T.ID WHEN 3 THEN 'trap' ELSE 'good' END)) U | 38N01 | 18"
                        + " | function 'PUBLIC.BAD': unreachable",
                "SELECT U.N FROM T, TABLE(PICKY(2 - T.ID)) U WHERE T.ID IN (1, 4) | 38000 | 1"
                        + " | function 'PUBLIC.PICKY': negative: -2",
            })
    void failsBehindTheRowsBefore(String sql, String state, Integer rowsBefore, String message) throws SQLException {
        int before = 0;
        try (Connection bounded = DriverManager.getConnection(URL);
                Statement statement = bounded.createStatement()) {
            statement.execute("SET nacre.call_timeout = '" + (state.equals("57014") ? "300ms" : "60s") + "'");
            statement.execute("SET nacre.memory = '8MiB'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    before++;
                }
            } catch (SQLException failure) {
                assertThat(failure.getSQLState()).isEqualTo(state);
                assertThat(failure.getMessage()).startsWith(message);
                before += FAILED;
            }
            assertThat(Rows.single(bounded, "SELECT N FROM TABLE(LADDER(1, 1))"))
                    .isEqualTo(1L);
        }
        assertThat(before).isGreaterThanOrEqualTo(FAILED);
        if (rowsBefore != null) {
            assertThat(before - FAILED).isEqualTo(rowsBefore);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT NOSUCH FROM TABLE(SERIES(1, 2)) | 42S22 | Column \"NOSUCH\" not found",
                "SELECT N FROM TABLE(SERIES(NOSUCH, 2)) | 42S22 | Column \"NOSUCH\" not found",
                "SELECT U.N FROM T, TABLE(SERIES(T.NOSUCH, 2)) U | 42S22 | Column \"T.NOSUCH\" not found",
                "SELECT U.N FROM TABLE(SERIES(T.ID, 2)) U, T | 42S22 | Column \"T.ID\" not found",
                "SELECT 1 FROM T, TABLE(SERIES(1, (SELECT X.N FROM T X WHERE X.ID = T.NOSUCH))) | 42S22"
                        + " | Column \"T.NOSUCH\" not found",
                "SELECT N FROM TABLE(SERIES(1, 2)) A, TABLE(SERIES(1, 2)) B | 90059 | Ambiguous column name \"N\"",
                "SELECT A FROM TABLE(SERIES(1, 2)) AS X(A) | 21S02 | Column count does not match",
                "SELECT N FROM TABLE(SERIES(1)) | 42883 | line 1, column 21: function 'PUBLIC.SERIES': expected"
                        + " arguments (BIGINT, BIGINT), found (INTEGER); cast the arguments to a signature's types",
                "SELECT N FROM TABLE(SERIES(1, DATE '2026-01-01')) | 42883 | line 1, column 21: function"
                        + " 'PUBLIC.SERIES': expected arguments (BIGINT, BIGINT), found (INTEGER, DATE)",
                "SELECT N FROM TABLE(SERIES(1, 'x')) | 22018 | Data conversion error converting \"x\"",
                "SELECT SERIES(1, 2) | 42883 | line 1, column 8: function 'PUBLIC.SERIES': gives rows, expected it in FROM,"
                        + " found it as a value; write SELECT ... FROM TABLE(SERIES(...))",
                "SELECT ID FROM T WHERE ID IN (1, SERIES(1, 2)) | 42883 | line 1, column 34: function 'PUBLIC.SERIES'",
                "SELECT * FROM TABLE(GREET('x')) | 42883 | line 1, column 21: function 'PUBLIC.GREET': expected a function that"
                        + " gives rows in FROM, found one of kind SCALAR",
                "SELECT * FROM GREET('x') | 42883 | function 'PUBLIC.GREET': expected a function that gives rows",
                "SELECT 1 FROM T RIGHT JOIN TABLE(SERIES(1, T.ID)) ON TRUE | 0A000 | line 1, column 23: RIGHT JOIN with"
                        + " arguments that are columns of its left side",
                "CREATE VIEW V AS SELECT * FROM TABLE(SERIES(1, 2)) | 0A000 | statement with a wasm function",
            })
    void refusesMistakes(String sql, String state, String message) {
        assertThatSqlFails(connection, sql).hasState(state).hasMessageContaining(message);
    }

    @Test
    void givesConditionsOnTablesToH2() throws SQLException {
        assertThat(kinds.rows("EXPLAIN SELECT U.PART FROM T, TABLE(SPLIT(T.S, '-')) U WHERE T.ID > 1 AND U.PART > 'c'"))
                .anyMatch(line -> line.equals("scan 1, H2: SELECT T.S FROM T WHERE (T.ID > 1)"))
                .anyMatch(line -> line.contains("LateralJoin"))
                .anyMatch(line -> line.contains("WASM[PUBLIC.SPLIT version ")
                        && line.contains(", whole list]")
                        && line.contains("arguments=[[T.S, '-']], columns=[[PART]]"));
    }

    @Test
    void namesColumnsAsTheyAreWritten() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT (SELECT MAX(N) FROM TABLE(SERIES(1, T.ID)) U) FROM T")) {
            assertThat(statement.getMetaData().getColumnLabel(1).replaceAll("\\s+", " "))
                    .isEqualTo("(SELECT MAX(N) FROM TABLE(SERIES(1, T.ID)) U)");
        }
    }

    @Test
    void makesAllCallsInOneInstance() throws SQLException {
        try (Connection bounded = DriverManager.getConnection(URL);
                Statement statement = bounded.createStatement()) {
            statement.execute("SET nacre.instances = 1");
            assertThat(Rows.single(
                            bounded,
                            "SELECT COUNT(*) FROM T X, T Y, TABLE(LADDER(X.ID, Y.ID)) A, TABLE(LADDER(A.N, Y.ID)) B"))
                    .isEqualTo(35L);
        }
    }
}
