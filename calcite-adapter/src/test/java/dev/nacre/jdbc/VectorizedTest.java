package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectorized functions in every clause: the values are those of a call for each row, and the calls take many rows. */
class VectorizedTest {
    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    private static Connection connection;

    @BeforeAll
    static void createFunctions() throws SQLException {
        connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
        Vectors.createAll(connection);
        Vectors.execute(
                connection,
                "CREATE TABLE U(M BIGINT, S VARCHAR) AS SELECT X, 's' || X FROM SYSTEM_RANGE(191, 210)",
                "CREATE TABLE H(N BIGINT, S VARCHAR)",
                "INSERT INTO H VALUES (1, 'a'), (NULL, 'b'), (3, NULL), (NULL, NULL), (0, 'e')");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    /** H2 computes the same with {@code 2 * (}; the batches are those of T's 100 rows unless fewer rows are left. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT N, TWICE(N) FROM T | 100 | 3",
                "SELECT TWICE(N) + 1, 7 - TWICE(N) FROM T | 200 | 6",
                "SELECT TWICE(TWICE(N)) FROM T | 200 | 6",
                "SELECT TWICE(N + TWICE(3)) FROM T | 200 | 6",
                "SELECT N FROM T WHERE TWICE(N) > 190 | 100 | 3",
                "SELECT N FROM T WHERE TWICE(N) > 190 AND TWICE(N) < 196 | 105 | 4",
                "SELECT N FROM T WHERE N > 90 AND TWICE(N) > 190 | 10 | 1",
                "SELECT N FROM T WHERE TWICE(N) IN (2, 8, 1) OR TWICE(N) = N + 50 | 198 | 6",
                "SELECT N FROM T WHERE NOT TWICE(N) BETWEEN 4 AND 198 | 100 | 3",
                "SELECT N FROM T WHERE TWICE(N) IS NULL OR TWICE(N) = 4 | 200 | 6",
                "SELECT N FROM T ORDER BY -TWICE(N) LIMIT 5 | 100 | 3",
                "SELECT TWICE(N) D FROM T ORDER BY D DESC LIMIT 5 OFFSET 2 | 100 | 3",
                "SELECT TWICE(N / 40) K, COUNT(*) FROM T GROUP BY TWICE(N / 40) ORDER BY K | 100 | 3",
                "SELECT N / 40 K, SUM(TWICE(N)), MAX(TWICE(N)) FROM T GROUP BY K ORDER BY K | 200 | 6",
                "SELECT COUNT(*) FILTER (WHERE TWICE(N) > 150) FROM T | 100 | 3",
                "SELECT COUNT(DISTINCT TWICE(N / 40)) FROM T | 100 | 3",
                "SELECT S FROM U GROUP BY S HAVING TWICE(SUM(M)) > 410 ORDER BY S | 20 | 2",
                "SELECT DISTINCT TWICE(N / 40) K FROM T ORDER BY K | 100 | 3",
                "SELECT TWICE(N) FROM T UNION SELECT TWICE(M) FROM U ORDER BY 1 | 120 | 5",
                "SELECT TWICE(N) FROM T UNION ALL SELECT M FROM U ORDER BY 1 | 100 | 3",
                "SELECT TWICE(N) FROM T INTERSECT SELECT M FROM U ORDER BY 1 | 100 | 3",
                "SELECT N, M FROM T JOIN U ON TWICE(N) = M ORDER BY N | 100 | 3",
                "SELECT N, M FROM T LEFT JOIN U ON TWICE(N) = M ORDER BY N, M | 100 | 3",
                "SELECT N, M FROM T RIGHT JOIN U ON TWICE(N) = M ORDER BY N, M | 100 | 3",
                "SELECT N, M FROM T JOIN U ON N + 100 = M AND TWICE(N + M) > 590 ORDER BY N | 10 | 1",
                "SELECT N, M FROM T LEFT JOIN U ON N + 100 = M AND TWICE(N + M) > 590 ORDER BY N, M | 10 | 1",
                "SELECT N, M FROM T RIGHT JOIN U ON N + 100 = M AND TWICE(N + M) > 590 ORDER BY N, M | 10 | 1",
                "SELECT N, M FROM T JOIN U ON TWICE(N) > M + 5 ORDER BY N, M | 2000 | 7",
                "SELECT N, M FROM T LEFT JOIN U ON TWICE(N) > M + 5 ORDER BY N, M | 2000 | 8",
                "SELECT N, M FROM T RIGHT JOIN U ON TWICE(N) > M + 5 ORDER BY N, M | 2000 | 7",
                "SELECT N, M FROM T LEFT JOIN U ON TWICE(N) > M + 5 AND M < 0 ORDER BY N, M | 0 | 0",
                "SELECT Q.D FROM (SELECT TWICE(N) D FROM T) Q JOIN U ON Q.D = U.M ORDER BY 1 | 100 | 3",
                "SELECT N FROM T WHERE N IN (SELECT TWICE(M) / 4 FROM U) ORDER BY N | 20 | 2",
                "SELECT N FROM T WHERE EXISTS (SELECT 1 FROM U WHERE TWICE(M) = 4 * T.N) ORDER BY N | 1980 | 195",
                "SELECT N, (SELECT MAX(TWICE(M)) FROM U WHERE M < N + 100) X FROM T ORDER BY N | 45 | 9",
                "SELECT TWICE((SELECT MAX(M) FROM U)) - N FROM T | 100 | 3",
                "SELECT N, SUM(TWICE(N)) OVER (ORDER BY N) FROM T | 100 | 3",
                "WITH W(D) AS (SELECT TWICE(N) FROM T) SELECT D FROM W WHERE D > 190 ORDER BY D | 100 | 3",
                "VALUES (TWICE(4::BIGINT)), (TWICE(5::BIGINT)) | 2 | 2",
                "SELECT TWICE(4::BIGINT) | 1 | 1",
            })
    void computesInBatches(String sql, int rows, int batches) throws SQLException {
        List<?> expected = Rows.of(connection, sql.replace("TWICE(", "2 * ("));

        long rowsBefore = counted("ROW_COUNT");
        long batchesBefore = counted("BATCHES");

        assertThat(Rows.of(connection, sql)).isEqualTo(expected);

        assertThat(counted("ROW_COUNT") - rowsBefore).isEqualTo(rows);
        assertThat(counted("BATCHES") - batchesBefore).isEqualTo(batches);
    }

    private static long counted(String column) throws SQLException {
        return Vectors.number(
                connection,
                "SELECT COALESCE(SUM(" + column + "), 0) FROM NACRE.FUNCTION_STATS WHERE FUNCTION_NAME = 'TWICE'");
    }

    /** What a guard excludes would fail: the function traps at 42. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT N FROM T WHERE N <> 42 AND TRAPS_AT_42(N) > 95 | 5",
                "SELECT N FROM T WHERE TWICE(N) <> 84 AND TRAPS_AT_42(N) > 95 | 5",
                "SELECT N FROM T WHERE TWICE(N) = 84 OR TRAPS_AT_42(N) > 95 | 6",
                "SELECT CASE WHEN TWICE(N) = 84 THEN 1 ELSE TRAPS_AT_42(N) END FROM T | 100",
                "SELECT CASE TWICE(N) WHEN 84 THEN 1 WHEN 86 THEN TRAPS_AT_42(N) END FROM T | 100",
                "SELECT COALESCE(NULLIF(TWICE(N), TWICE(N)), CASE WHEN N <> 42 THEN TRAPS_AT_42(N) END) FROM T | 100",
                "SELECT COALESCE(CASE WHEN N = 42 THEN 1 END, TRAPS_AT_42(N)) FROM T | 100",
                "SELECT N FROM T WHERE NULLIF(N, 42) IN (97, TRAPS_AT_42(NULLIF(N, 42))) | 99",
                "SELECT N FROM T WHERE NULLIF(TWICE(N), 84) = TRAPS_AT_42(N) | 0",
                "SELECT N FROM T WHERE NULLIF(TWICE(N), 84) BETWEEN 0 AND TRAPS_AT_42(N) | 0",
                "SELECT N, CASE WHEN TWICE(N) = 84 THEN 0 ELSE TRAPS_AT_42(N) + 1 END FROM T | 100",
                "SELECT N FROM T LEFT JOIN U ON N + 100 = M AND N <> 42 AND TRAPS_AT_42(N) > 3 | 100",
            })
    void callsForNoRowThatAGuardExcludes(String sql, int rows) throws SQLException {
        assertThat(Rows.of(connection, sql)).hasSize(rows);
    }

    @Test
    void leavesOutAndPutsBackRowsOfNull() throws SQLException {
        assertThat(Rows.of(
                        connection,
                        "SELECT TWICE(N), BATCH_SIZE(N), LENGTHS(S), SHOUT(S), LABEL(N), PLUS(N, 1) FROM H"))
                .containsExactly(
                        Arrays.asList(2L, 3L, 1L, "A!", "1", 2.0),
                        Arrays.asList(null, null, 1L, "B!", "nothing", null),
                        Arrays.asList(6L, 3L, null, null, "3", 4.0),
                        Arrays.asList(null, null, null, null, "nothing", null),
                        Arrays.asList(0L, 3L, 1L, "E!", null, 1.0));
        assertThat(Rows.of(connection, "SELECT TWICE(N) FROM H WHERE N IS NULL"))
                .containsExactly(Arrays.asList((Object) null), Arrays.asList((Object) null));
        assertThat(Vectors.number(connection, "SELECT COUNT(*) FROM H WHERE TWICE(N) IS NULL"))
                .isEqualTo(2);
        assertThat(Vectors.number(connection, "SELECT COUNT(TWICE(N)) FROM T WHERE N < 0"))
                .isZero();
    }

    @Test
    void givesNullForNullWhereTheFunctionSaysSo() throws SQLException {
        Vectors.create(connection, "STRICT_LABEL", "label", "RETURNS NULL ON NULL INPUT");

        assertThat(Vectors.column(connection, "SELECT STRICT_LABEL(N) FROM H"))
                .containsExactly("1", "null", "3", "null", "null");
    }

    /** Arguments of a guest's own aggregate are computed in batches, over groups and over windows. */
    @Test
    void givesArgumentsToAggregatesOfGuests() throws SQLException {
        Vectors.execute(
                connection,
                "CREATE AGGREGATE FUNCTION SUM_OF LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/aggregates#sum-of'");
        long before = counted("BATCHES");

        assertThat(Rows.of(connection, "SELECT N / 50 K, SUM_OF(TWICE(N)) FROM T GROUP BY K ORDER BY K"))
                .isEqualTo(Rows.of(
                        connection, "SELECT N / 50 K, CAST(SUM(2 * N) AS BIGINT) FROM T GROUP BY K ORDER BY K"));
        assertThat(Rows.of(connection, "SELECT N, SUM_OF(TWICE(N)) OVER (ORDER BY N) FROM T ORDER BY N"))
                .isEqualTo(Rows.of(
                        connection, "SELECT N, CAST(SUM(2 * N) OVER (ORDER BY N) AS BIGINT) FROM T ORDER BY N"));
        assertThat(counted("BATCHES") - before).isEqualTo(6);
    }

    @Test
    void takesColumnsAndConstantsOfAllTypes() throws SQLException {
        assertThat(Rows.of(
                        connection,
                        "SELECT PLUS(N, 0.5), PLUS(0.25, 0.5), PLUS(NULL, N), BYTES_OF(X'0102'), LENGTHS(S || '€'),"
                                + " SHOUT('é' || N), (ECHO_RECORD(ROW(S, N))).AMOUNT, DIVIDE_EACH(N, 2) FROM H WHERE N >= 0 AND S IS NOT NULL"
                                + " ORDER BY N DESC"))
                .extracting(Object::toString)
                .containsExactly("[1.5, 0.75, null, 2, 2, é1!, 1, 0]", "[0.5, 0.75, null, 2, 2, é0!, 0, 0]");
    }

    @Test
    void takesParameters() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT PLUS(N, ?), TWICE(?) FROM T WHERE TWICE(N) <= ? ORDER BY 1")) {
            statement.setDouble(1, 0.5);
            statement.setLong(2, 21);
            statement.setLong(3, 4);
            assertThat(Rows.all(statement.executeQuery())).containsExactly(List.of(1.5, 42L), List.of(2.5, 42L));
            statement.setObject(2, null);
            statement.setLong(3, 2);
            assertThat(Rows.all(statement.executeQuery())).containsExactly(Arrays.asList(1.5, null));
        }
    }

    /** H2 calls the alias for one row at a time. */
    @Test
    void worksWhereOnlyH2Can() throws SQLException {
        Vectors.execute(
                connection,
                "CREATE TABLE G AS SELECT * FROM H",
                "UPDATE G SET N = TWICE(N) WHERE TWICE(N) > 0",
                "INSERT INTO G SELECT TWICE(N), SHOUT('s' || N) FROM T WHERE N > 98",
                "INSERT INTO G VALUES (TWICE(500), SHOUT('v'))",
                "MERGE INTO G USING U ON TWICE(G.N) = U.M WHEN MATCHED THEN UPDATE SET S = SHOUT(U.S)",
                "DELETE FROM G WHERE TWICE(N) = 12",
                "CREATE VIEW V AS SELECT N, TWICE(N) D FROM G WHERE TWICE(N) > 0");

        assertThat(Rows.of(connection, "SELECT N, D FROM V ORDER BY N"))
                .containsExactly(List.of(2L, 4L), List.of(198L, 396L), List.of(200L, 400L), List.of(1000L, 2000L));
        assertThat(Vectors.column(connection, "SELECT S FROM G WHERE N > 100 ORDER BY N"))
                .containsExactly("S99!", "S100!", "V!");
    }
}
