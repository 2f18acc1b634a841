package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls in one statement, calls deep in each other, and calls that fail in the middle of the rows. */
class ManyCallsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void createFunctions() throws SQLException {
        connection = database.connect();
        Path shapes = Guests.file("shapes-rust", folder);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION SCALED(V BIGINT) RETURNS BIGINT LANGUAGE WASM AS 'file:" + shapes
                    + "' EXPORT 'nacre:shapes/compute@0.1.0#scale-long'");
            statement.execute("CREATE FUNCTION DIVIDED(A BIGINT, B BIGINT) RETURNS BIGINT LANGUAGE WASM AS 'file:"
                    + shapes + "' EXPORT 'nacre:shapes/compute@0.1.0#divide'");
        }
    }

    @AfterEach
    void staysUsable() throws SQLException {
        assertThat(Rows.single(connection, "SELECT SCALED(20)")).isEqualTo(41L);
    }

    @Test
    void callsAThousandFunctions() throws SQLException {
        String items = IntStream.range(0, 1_000)
                .mapToObj(index -> "SCALED(x + " + index + ") AS c" + index)
                .collect(Collectors.joining(", "));

        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + items + " FROM SYSTEM_RANGE(1, 3)")) {
            for (int row = 1; row <= 3; row++) {
                assertThat(result.next()).isTrue();
                for (int index = 0; index < 1_000; index++) {
                    assertThat(result.getLong(index + 1)).isEqualTo(2L * (row + index) + 1);
                }
            }
            assertThat(result.next()).isFalse();
        }
    }

    @Test
    void sumsTheResultsOfManyCalls() throws SQLException {
        String sum = IntStream.rangeClosed(1, 300)
                .mapToObj(index -> "SCALED(" + index + ")")
                .collect(Collectors.joining(" + "));

        assertThat(Rows.single(connection, "SELECT " + sum)).isEqualTo(90_600L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 150, 190})
    void nests(int depth) throws SQLException {
        String nested = "SCALED(".repeat(depth) + "0" + ")".repeat(depth);
        long expected = depth >= Long.SIZE ? -1 : (1L << depth) - 1;

        assertThat(Rows.single(connection, "SELECT " + nested)).isEqualTo(expected);
        assertThat(Rows.single(
                        connection, "SELECT x FROM SYSTEM_RANGE(1, 2) WHERE x = 2 AND " + nested + " IS NOT NULL"))
                .isEqualTo(2L);
    }

    /** What is too deep for Nacre's grammar is H2's, through the alias. */
    @Test
    void nestsDeeperInH2() throws SQLException {
        String nested = "SCALED(".repeat(201) + "0" + ")".repeat(201);

        assertThat(Rows.single(connection, "SELECT " + nested)).isEqualTo(-1L);
    }

    @Test
    @Timeout(60)
    void refusesToNestDeeper() {
        String nested = "SCALED(".repeat(100_000) + "0" + ")".repeat(100_000);

        assertThatSqlFails(connection, "SELECT " + nested).hasState("54000").leavesUsable(connection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT x, DIVIDED(12, x - 4) FROM SYSTEM_RANGE(1, 9)",
                "SELECT x, DIVIDED(12, x - 4) + 0 FROM SYSTEM_RANGE(1, 9)",
                "SELECT x, DIVIDED(12, x - 4) FROM SYSTEM_RANGE(1, 9) ORDER BY x",
            })
    void givesTheRowsBeforeTheOneThatFails(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            for (int row = 1; row <= 3; row++) {
                assertThat(result.next()).isTrue();
                assertThat(result.getLong(1)).isEqualTo(row);
                assertThat(result.getLong(2)).isEqualTo(12 / (row - 4));
            }
            assertThatThrownBy(result::next)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("38000"))
                    .hasMessage("function 'PUBLIC.DIVIDED': division by zero");
        }
    }

    /** Groups, windows and orders by a function need every row before the first answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT MEDIAN(DIVIDED(12, x - 4)) FROM SYSTEM_RANGE(1, 9)",
                "SELECT SUM(DIVIDED(12, x - 4)) OVER (ORDER BY x) FROM SYSTEM_RANGE(1, 9)",
                "SELECT x FROM SYSTEM_RANGE(1, 9) ORDER BY DIVIDED(12, x - 4)",
                "SELECT x, (SELECT MAX(DIVIDED(12, y.x - 4)) FROM SYSTEM_RANGE(1, 9) y WHERE y.x = t.x) FROM SYSTEM_RANGE(4, 9) t",
            })
    void failsAtOnceWhereAllRowsCount(String sql) {
        assertThatThrownBy(() -> Rows.of(connection, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("38000"));
    }
}
