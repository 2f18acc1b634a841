package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails in a batch: the rows before it are there to be read, the error is exact, and the connection works on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VectorizedErrorsTest {
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

    /** Asserts that so many rows can be read before a failure, which may come with the execution when there are none. */
    private void assertFailsAfter(int rows, String sql, String state, String message) throws SQLException {
        List<Object> read = new ArrayList<>();
        assertThatFails(sql, () -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet results = statement.executeQuery(sql)) {
                        while (results.next()) {
                            read.add(results.getString(1));
                        }
                    }
                })
                .hasState(state)
                .hasMessageContaining(message)
                .leavesUsable(connection);
        assertThat(read).as(sql).hasSize(rows);
        assertThat(NacreDatabase.liveInstances()).isZero();
    }

    /** The batches have 16 rows, 32 and the rest; an error about a call is that of its first row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traps-at-42 | SELECT TRAPS_AT_42(N) FROM T ORDER BY N | 16 | 38N01 | function 'PUBLIC.TRAPS_AT_42': unreachable, in core function 200",
                "traps-at-42 | SELECT N FROM T WHERE TRAPS_AT_42(N) > 5 ORDER BY N | 11 | 38N01 | unreachable",
                "traps-at-42 | SELECT CASE WHEN N > 40 THEN TRAPS_AT_42(N) END FROM T ORDER BY N | 40 | 38N01 | unreachable",
                "traps-at-42 | SELECT TRAPS_AT_42(N) FROM T WHERE N > 42 OR TRAPS_AT_42(N) > 0 ORDER BY N | 16 | 38N01 | unreachable",
                "traps-at-42 | SELECT SUM(TRAPS_AT_42(N)) FROM T | 0 | 38N01 | unreachable",
                "traps-at-42 | SELECT N FROM T ORDER BY TRAPS_AT_42(N) | 0 | 38N01 | unreachable",
                "checked | SELECT CHECKED(45 - N) FROM T ORDER BY N | 16 | 38000 | function 'PUBLIC.CHECKED': negative: -1",
                "shorter | SELECT SHORTER(N) FROM T ORDER BY N | 0 | 38N02 | function 'PUBLIC.SHORTER': expected a list of"
                        + " 16 results, one for each row of the batch, found 15; the function has to give as many as it takes",
                "longer | SELECT LONGER(NULLIF(N, 3)) FROM T ORDER BY N | 0 | 38N02 | function 'PUBLIC.LONGER': expected a"
                        + " list of 15 results, one for each row of the batch, found 16",
            })
    void givesAllRowsOfTheBatchesBefore(String export, String sql, int rows, String state, String message)
            throws SQLException {
        create(export.replace('-', '_').toUpperCase(Locale.ROOT), export);

        assertFailsAfter(rows, sql, state, message);
    }

    /** In batches of one row, all rows before the one that fails are there. */
    @Test
    void givesAllRowsBeforeInBatchesOfOne() throws SQLException {
        create("TRAPS_AT_42", "traps-at-42");
        create("CHECKED", "checked");
        Vectors.execute(connection, "SET NACRE.BATCH_ROWS = 1");

        assertFailsAfter(41, "SELECT TRAPS_AT_42(N) FROM T ORDER BY N", "38N01", "unreachable");
        assertFailsAfter(45, "SELECT CHECKED(45 - N) FROM T ORDER BY N", "38000", "negative: -1");
    }

    /** An error about a row is that row's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT DIVIDE_EACH(100, 42 - N) FROM T ORDER BY N | 41 | 38000 | function 'PUBLIC.DIVIDE_EACH': division by zero",
                "SELECT TWICE(DIVIDE_EACH(100, 42 - N)) FROM T ORDER BY N | 41 | 38000 | division by zero",
                "SELECT N FROM T WHERE DIVIDE_EACH(100, 42 - N) > 0 ORDER BY N | 41 | 38000 | division by zero",
                "SELECT N FROM T WHERE N < 0 OR DIVIDE_EACH(100, 42 - N) > 2 ORDER BY N | 33 | 38000 | division by zero",
                "SELECT DIVIDE_EACH(1, 42 - N), DIVIDE_EACH(1, 20 - N) FROM T ORDER BY N | 19 | 38000 | division by zero",
                "SELECT DIVIDE_EACH(1, 20 - N), DIVIDE_EACH(1, 42 - N) FROM T ORDER BY N | 19 | 38000 | division by zero",
                "SELECT DIVIDE_EACH(N, 0) IS NULL FROM T | 0 | 38000 | division by zero",
                "SELECT TINY(N) FROM T ORDER BY N | 63 | 22003 | function 'PUBLIC.TINY': ",
                "SELECT TINY(N) + DIVIDE_EACH(1, 70 - N) FROM T ORDER BY N | 63 | 22003 | function 'PUBLIC.TINY': ",
                "SELECT NARROW(CONCAT('s', N)) FROM T ORDER BY N | 9 | 22001 | Value too long for column",
                "SELECT TWICE(CASE WHEN N < 30 THEN N ELSE 9223372036854775808 END) FROM T ORDER BY N | 29 | 22003 |"
                        + " Numeric value out of range",
                "SELECT SHOUT(CASE WHEN N < 30 THEN 'a' ELSE CHAR(55357) END) FROM T ORDER BY N | 29 | 22021 |"
                        + " parameter 1 's': element 0: string has an unpaired surrogate at index 0",
                "SELECT STRICT(NULLIF(N, 33)) FROM T ORDER BY N | 32 | 39004 | function 'PUBLIC.STRICT': parameter 1 'V':"
                        + " expected a value, because its WIT type is not an option; found NULL",
                "SELECT TWICE(100 / (N - 42)) FROM T ORDER BY N | 41 | 22012 | Division by zero",
                "SELECT TWICE(N) + 1 / (TWICE(N) - 84) FROM T ORDER BY N | 41 | 22012 | Division by zero",
                "SELECT N FROM T WHERE TWICE(N) = (SELECT M FROM (VALUES (1), (2)) V(M) WHERE N > 40) ORDER BY N"
                        + " | 0 | 90053 | Scalar subquery contains more than one row",
                "SELECT N, M FROM T LEFT JOIN (VALUES (1), (2)) V(M) ON DIVIDE_EACH(10, 42 - N) > M ORDER BY N"
                        + " | 0 | 38000 | division by zero",
            })
    void givesAllRowsBefore(String sql, int rows, String state, String message) throws SQLException {
        create("DIVIDE_EACH", "divide-each");
        create("TWICE", "twice");
        create("SHOUT", "shout");
        Vectors.create(connection, "STRICT", "twice", "CALLED ON NULL INPUT");
        Vectors.execute(
                connection,
                "CREATE FUNCTION TINY(V BIGINT) RETURNS TINYINT LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#twice'",
                "CREATE FUNCTION NARROW(S VARCHAR) RETURNS VARCHAR(3) LANGUAGE WASM FROM KINDS"
                        + " EXPORT 'nacre:kinds/vectors#shout'");

        assertFailsAfter(rows, sql, state, message);
    }

    @Test
    void givesTheLastErrorOfARowToTheStatistics() throws SQLException {
        create("DIVIDE_EACH", "divide-each");

        assertThatSqlFails(connection, "SELECT DIVIDE_EACH(1, 3 - N) FROM T").hasState("38000");

        assertThat(Rows.single(connection, "SELECT LAST_ERROR FROM NACRE.FUNCTION_STATS"))
                .isEqualTo("function 'PUBLIC.DIVIDE_EACH': division by zero");
    }

    /** An error about a row makes that row NULL, one about the call all of its rows; traps are errors still. */
    @Test
    void givesNullOnError() throws SQLException {
        Vectors.create(connection, "DIVIDED", "divide-each", "ON ERROR NULL");
        Vectors.create(connection, "CHECKED", "checked", "ON ERROR NULL");
        Vectors.create(connection, "TRAPS", "traps-at-42", "ON ERROR NULL");

        assertThat(Vectors.column(
                        connection, "SELECT N FROM T WHERE DIVIDED(N, (N - 5) * (N - 42)) IS NULL ORDER BY N"))
                .containsExactly("5", "42");
        assertThat(Vectors.column(connection, "SELECT DIVIDED(-9223372036854775807 - 1, N - 2) FROM T WHERE N <= 3"))
                .containsExactly("null", "null", "-9223372036854775808");
        assertThat(Vectors.column(connection, "SELECT COUNT(*) FROM T WHERE CHECKED(20 - N) IS NULL"))
                .containsExactly("84");
        assertThat(Vectors.column(connection, "SELECT COUNT(*) FROM T WHERE CHECKED(20 - N) IS NOT NULL"))
                .containsExactly("16");
        assertFailsAfter(16, "SELECT TRAPS(N) FROM T ORDER BY N", "38N01", "unreachable");
    }

    @Test
    void stopsABatchThatNeverEnds() throws SQLException {
        create("SPIN", "spin");
        Vectors.execute(connection, "SET NACRE.CALL_TIMEOUT = '100 ms'");

        assertFailsAfter(
                16,
                "SELECT SPIN(N) FROM T ORDER BY N",
                "57014",
                "function 'PUBLIC.SPIN': guest code ran longer than call_timeout 100 ms; raise call_timeout");
    }

    @Test
    void stopsABatchAtTheTimeoutOfTheStatement() throws SQLException {
        create("SPIN", "spin");
        Vectors.execute(connection, "SET NACRE.TIMEOUT = '200 ms'");

        assertFailsAfter(
                16,
                "SELECT SPIN(N) FROM T ORDER BY N",
                "57014",
                "function 'PUBLIC.SPIN': the statement ran longer than its timeout 200 ms; raise it");
    }

    @Test
    void cancelsABatch() throws Exception {
        create("SPIN", "spin");
        Vectors.execute(connection, "SET NACRE.CALL_TIMEOUT = '1 min'");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SPIN(N) FROM T ORDER BY N")) {
            for (int row = 0; row < 16; row++) {
                assertThat(rows.next()).isTrue();
            }
            CompletableFuture<Void> cancel = CompletableFuture.runAsync(
                    () -> cancel(statement), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

            assertThatFails("spinning", rows::next)
                    .hasState("57014")
                    .hasMessage("function 'PUBLIC.SPIN': the statement was cancelled")
                    .leavesUsable(connection);
            cancel.get();
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void boundsTheMemoryOfABatch() throws SQLException {
        create("HOG", "hog");
        Vectors.execute(connection, "SET NACRE.MEMORY = '4 MiB'");

        assertFailsAfter(
                16,
                "SELECT HOG(N) FROM T ORDER BY N",
                "38N01",
                "before that it asked for more memory, at most 4194304 bytes" + " allowed (setting memory)");
    }

    @Test
    void boundsWhatABatchGives() throws SQLException {
        create("LONG_TEXTS", "long-texts");
        Vectors.execute(connection, "SET NACRE.OUTPUT_BYTES = '64 KiB'");

        assertFailsAfter(
                48, "SELECT LENGTH(LONG_TEXTS(N * N)) FROM T ORDER BY N", "53400", "function 'PUBLIC.LONG_TEXTS': ");
        Vectors.execute(connection, "SET NACRE.BATCH_ROWS = 16");
        assertThat(Vectors.number(connection, "SELECT SUM(LENGTH(LONG_TEXTS(N))) FROM T"))
                .isEqualTo(5050);
    }

    /** Other functions keep their instances; after the error a new statement has new ones. */
    @Test
    void closesAllInstancesAfterATrap() throws SQLException {
        create("TRAPS", "traps-at-42");
        create("TWICE", "twice");
        create("CALLS", "calls");

        assertFailsAfter(16, "SELECT TWICE(N), CALLS(N), TRAPS(N) FROM T ORDER BY N", "38N01", "unreachable");
        assertThat(Vectors.column(connection, "SELECT CALLS(N) + TRAPS(N) FROM T WHERE N = 1"))
                .isEqualTo(List.of("2"));
    }

    @Test
    void failsThroughTheAlias() throws SQLException {
        create("DIVIDE_EACH", "divide-each");
        create("TRAPS", "traps-at-42");
        create("SHORTER", "shorter");

        assertThatSqlFails(connection, "UPDATE T SET N = 1000 + DIVIDE_EACH(N, 42 - N)")
                .hasState("38000")
                .hasMessageContaining("function 'PUBLIC.DIVIDE_EACH': division by zero")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "DELETE FROM T WHERE TRAPS(N) = 43")
                .hasState("38N01")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "INSERT INTO T VALUES (SHORTER(7))")
                .hasState("38N02")
                .hasMessageContaining("expected a list of 1 results, one for each row of the batch, found 0")
                .leavesUsable(connection);
        assertThat(Vectors.number(connection, "SELECT SUM(N) FROM T")).isEqualTo(5050);
    }
}
