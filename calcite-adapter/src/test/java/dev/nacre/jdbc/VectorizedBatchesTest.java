package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows go into a call of a vectorized function, how many are computed that nobody reads, and who tells. */
class VectorizedBatchesTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private static Connection keeper;
    private Connection connection;

    /** Keeps the component loaded between the tests. */
    @BeforeAll
    static void keepLoaded() throws SQLException {
        keeper = DriverManager.getConnection("jdbc:nacre:h2:mem:");
        Vectors.createComponent(keeper);
        Vectors.create(keeper, "TWICE", "twice", "");
    }

    @AfterAll
    static void letGo() throws SQLException {
        keeper.close();
    }

    @BeforeEach
    void createComponent() throws SQLException {
        connection = database.connect();
        Vectors.createComponent(connection);
    }

    private void create(String name, String export) throws SQLException {
        Vectors.create(connection, name, export, "");
    }

    private List<List<Object>> statistics() throws SQLException {
        return Rows.of(
                connection,
                "SELECT FUNCTION_NAME, ROW_COUNT, BATCHES, CALLS FROM NACRE.FUNCTION_STATS ORDER BY FUNCTION_NAME");
    }

    @Test
    void growsFromSixteenRowsToTheSetting() throws SQLException {
        create("BATCH_SIZE", "batch-size");
        create("CALLS", "calls");
        Vectors.execute(connection, "SET NACRE.BATCH_ROWS = 64");

        assertThat(
                        Rows.of(
                                connection,
                                "SELECT C, MIN(B), MAX(B), COUNT(*) FROM"
                                        + " (SELECT CALLS(X) C, BATCH_SIZE(X) B FROM SYSTEM_RANGE(1, 200)) GROUP BY C ORDER BY C"))
                .extracting(Object::toString)
                .containsExactly(
                        "[1, 16, 16, 16]", "[2, 32, 32, 32]", "[3, 64, 64, 64]", "[4, 64, 64, 64]", "[5, 24, 24, 24]");
        assertThat(statistics()).containsExactly(List.of("BATCH_SIZE", 200L, 5L, 5L), List.of("CALLS", 200L, 5L, 5L));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 1_024, 65_536})
    void computesTheSameWithBatchesOfAllSizes(int rows) throws SQLException {
        create("BATCH_SIZE", "batch-size");
        create("TWICE", "twice");
        create("DIVIDE_EACH", "divide-each");
        Vectors.execute(
                connection,
                "SET NACRE.BATCH_ROWS = " + rows,
                "SET NACRE.BATCH_BYTES = '64 MiB'",
                "CREATE TABLE MANY(X BIGINT) AS SELECT X FROM SYSTEM_RANGE(1, 140000)");

        assertThat(Rows.of(
                        connection,
                        "SELECT MAX(BATCH_SIZE(X)), SUM(TWICE(DIVIDE_EACH(X, 7))), COUNT(*) FROM MANY"
                                + " WHERE TWICE(X) <> 22 AND X = TWICE(X) / 2"))
                .isEqualTo(Rows.of(
                        connection,
                        "SELECT CAST(" + rows + " AS BIGINT), SUM(2 * (X / 7)), COUNT(*) FROM MANY WHERE X <> 11"));
    }

    @Test
    void letsAFunctionHaveFewer() throws SQLException {
        create("BATCH_SIZE", "batch-size");
        Vectors.create(connection, "FEW", "batch-size", "WITH (batch_rows = 4)");
        Vectors.create(connection, "SMALL", "batch-size", "WITH (batch_bytes = 100)");

        assertThat(Rows.of(connection, "SELECT MAX(BATCH_SIZE(N)), MAX(FEW(N)), MAX(SMALL(N)), SUM(FEW(N)) FROM T"))
                .extracting(Object::toString)
                .containsExactly("[52, 4, 5, 400]");
        assertThat(Rows.of(connection, "SELECT MAX(FEW(N)), COUNT(*) FROM T"))
                .extracting(Object::toString)
                .containsExactly("[4, 100]");
        assertThat(Rows.of(connection, "SELECT MAX(SMALL(N)) FROM T"))
                .extracting(Object::toString)
                .containsExactly("[2]");
    }

    @Test
    void boundsBatchesByTheBytesOfArgumentsAndResults() throws SQLException {
        create("BATCH_SIZE", "batch-size");
        create("LENGTHS", "lengths");
        create("LONG_TEXTS", "long-texts");

        assertThat(Rows.of(
                        connection,
                        "SELECT MAX(LENGTH(S)), SUM(LENGTHS(S)), MAX(B), COUNT(*) FROM (SELECT LONG_TEXTS(X + 40000) S,"
                                + " BATCH_SIZE(X) B FROM SYSTEM_RANGE(1, 1000))"))
                .extracting(Object::toString)
                .containsExactly("[41000, 40500500, 16, 1000]");
        assertThat(statistics())
                .filteredOn(row -> row.get(0).equals("LENGTHS"))
                .extracting(row -> (Long) row.get(2))
                .allMatch(batches -> batches > 70);
    }

    /** The first batch has 16 rows; a projection above a limit does not see more rows than it lets pass. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT TWICE(X) FROM SYSTEM_RANGE(1, 100000) LIMIT 10 | 10",
                "SELECT X FROM SYSTEM_RANGE(1, 100000) WHERE TWICE(X) > 0 LIMIT 10 | 16",
                "SELECT X FROM SYSTEM_RANGE(1, 100000) WHERE TWICE(X) > 0 OFFSET 2 ROWS FETCH NEXT 12 ROWS ONLY | 16",
                "SELECT X FROM SYSTEM_RANGE(1, 100000) WHERE TWICE(X) > 0 LIMIT 0 | 0",
                "SELECT X FROM SYSTEM_RANGE(1, 100000) WHERE TWICE(X) > 0 LIMIT 40 | 48",
                "SELECT D FROM (SELECT TWICE(X) D FROM SYSTEM_RANGE(1, 100000)) LIMIT 3 | 16",
                "SELECT TWICE(X) FROM SYSTEM_RANGE(1, 100000) UNION ALL SELECT 1 LIMIT 3 | 16",
                "SELECT 1 WHERE EXISTS (SELECT TWICE(X) FROM SYSTEM_RANGE(1, 100000) WHERE TWICE(X) > 6) | 17",
            })
    void computesFewRowsBehindALimit(String sql, int rows) throws SQLException {
        create("TWICE", "twice");

        Rows.of(connection, sql);

        assertThat(Vectors.number(connection, "SELECT COALESCE(SUM(ROW_COUNT), 0) FROM NACRE.FUNCTION_STATS"))
                .isEqualTo(rows);
    }

    @Test
    void computesNoRowThatMaximumRowsLeavesOut() throws SQLException {
        create("TWICE", "twice");
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(5);
            assertThat(Rows.all(statement.executeQuery("SELECT TWICE(N) FROM T")))
                    .hasSize(5);
        }

        assertThat(statistics()).containsExactly(List.of("TWICE", 5L, 1L, 1L));
    }

    @Test
    void computesAsRowsAreFetched() throws SQLException {
        create("TWICE", "twice");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT TWICE(N) FROM T")) {
            assertThat(rows.next()).isTrue();
        }

        assertThat(statistics()).containsExactly(List.of("TWICE", 16L, 1L, 1L));
    }

    /** The function that takes a row at a time is called as the rows are read. */
    @Test
    void callsOtherFunctionsOnlyForRowsThatAreRead() throws SQLException {
        create("TWICE", "twice");
        Vectors.execute(
                connection,
                "CREATE FUNCTION ONE(V BIGINT ARRAY) RETURNS BIGINT ARRAY LANGUAGE WASM FROM KINDS"
                        + " EXPORT 'nacre:kinds/vectors#twice'");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT TWICE(N), ONE(ARRAY[N]) FROM T")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getArray(2).getArray()).isEqualTo(new Object[] {2L});
        }

        assertThat(statistics()).containsExactly(List.of("ONE", 1L, 0L, 1L), List.of("TWICE", 16L, 1L, 1L));
    }

    @Test
    void callsOncePerRowUnlessDeterministic() throws SQLException {
        create("CALLS", "calls");
        Vectors.create(connection, "SAME", "calls", "DETERMINISTIC");

        assertThat(Rows.of(
                        connection,
                        "SELECT CALLS(N), CALLS(N), SAME(N), SAME(N), SAME(SAME(N)), SAME(7) FROM T WHERE N <= 2"))
                .extracting(Object::toString)
                .containsOnly("[1, 2, 1, 1, 2, 3]");
        assertThat(statistics()).containsExactly(List.of("CALLS", 4L, 2L, 2L), List.of("SAME", 5L, 3L, 3L));
        assertThat(Rows.of(
                        connection,
                        "SELECT CASE WHEN N > 1 THEN SAME(N) END, SAME(N), SAME(N - 1) FROM T WHERE N <= 2"))
                .extracting(Object::toString)
                .containsExactly("[null, 2, 3]", "[1, 1, 3]");
    }

    @Test
    void callsADeterministicFunctionOfConstantsOnce() throws SQLException {
        Vectors.create(connection, "SAME", "calls", "DETERMINISTIC");

        assertThat(Rows.of(connection, "SELECT MAX(SAME(7)), COUNT(*) FROM T")).containsExactly(List.of(1L, 100L));
        assertThat(statistics()).containsExactly(List.of("SAME", 1L, 1L, 1L));
    }

    @Test
    void tellsParametersOfDeterministicCallsApart() throws SQLException {
        Vectors.create(connection, "SAME", "twice", "DETERMINISTIC");

        assertThat(Rows.of(connection, "SELECT SAME(?), SAME(?), SAME(N) FROM T WHERE N = ?", 1L, 2L, 3L))
                .containsExactly(List.of(2L, 4L, 6L));
    }

    @Test
    void countsTheRowsOfTheLargestBatch() throws SQLException {
        create("LENGTHS", "lengths");
        Vectors.execute(
                connection,
                "SET NACRE.QUERY_MEMORY = '8 MiB'",
                "SET NACRE.BATCH_BYTES = '64 MiB'",
                "SET NACRE.MEMORY = '4 MiB'");
        String sql = "SELECT SUM(LENGTHS(REPEAT('x', 20000))) FROM SYSTEM_RANGE(1, 2000)";

        assertThatSqlFails(connection, sql).hasState("53200").leavesUsable(connection);

        Vectors.execute(connection, "SET NACRE.BATCH_BYTES = '1 MiB'");
        assertThat(Vectors.number(connection, sql)).isEqualTo(40_000_000);
    }

    @Test
    void explainsModeAndBatches() throws SQLException {
        create("TWICE", "twice");
        Vectors.create(connection, "FEW", "calls", "WITH (batch_rows = 4, batch_bytes = '1 KiB')");

        List<Object> lines = Vectors.column(connection, "EXPLAIN SELECT FEW(N) FROM T WHERE TWICE(N) > 3");

        assertThat(String.join("\n", lines.toArray(String[]::new)).replaceAll("version \\d+", "version v"))
                .isEqualTo("""
                        Nacre runs this plan; H2 runs the statement of each scan.
                        plan:
                          LogicalProject(C0=[WASM[PUBLIC.FEW version v, batch mode]($0)])
                            LogicalFilter(condition=[>(WASM[PUBLIC.TWICE version v, batch mode]($0), 3)])
                              H2Scan(sql=[SELECT N FROM T])
                        scan 1, H2: SELECT N FROM T
                        batches of PUBLIC.TWICE version v: at most 1024 rows and 1 MiB
                        batches of PUBLIC.FEW version v: at most 4 rows and 1 KiB""");
    }
}
