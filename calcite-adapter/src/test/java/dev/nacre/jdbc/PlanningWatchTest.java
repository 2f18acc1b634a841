package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning ends when its time is up or its statement is cancelled, and does not grow without bounds. */
@Timeout(120)
class PlanningWatchTest {
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
        Masks.execute(
                connection,
                "CREATE FUNCTION F LANGUAGE WASM AS " + Masks.bytes("shapes-rust") + " EXPORT 'scale-long'");
        Masks.execute(connection, "CREATE TABLE T(N BIGINT)");
    }

    /** Takes seconds to plan. */
    private static String longStatement() {
        return "SELECT CASE F(N) "
                + IntStream.range(0, 60_000)
                        .mapToObj(number -> "WHEN " + number + " THEN " + number)
                        .collect(Collectors.joining(" "))
                + " END FROM T";
    }

    @Test
    void endsAtTheTimeoutOfTheSession() throws SQLException {
        Masks.execute(connection, "SET NACRE.TIMEOUT = '100 ms'");
        assertThatSqlFails(connection, longStatement())
                .hasState("57014")
                .hasMessageContaining("planning it took longer than its timeout 100 ms")
                .leavesUsable(connection);
        assertThatFails("to prepare", () -> connection.prepareStatement(longStatement()))
                .hasState("57014");
    }

    @Test
    void endsWhenItsStatementIsCancelled() throws SQLException {
        Timer timer = new Timer(true);
        try (Statement statement = connection.createStatement()) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            try {
                                statement.cancel();
                            } catch (SQLException failure) {
                                throw new IllegalStateException(failure);
                            }
                        }
                    },
                    20,
                    20);
            assertThatFails("a cancelled statement", () -> statement.executeQuery(longStatement()))
                    .hasState("57014");
        } finally {
            timer.cancel();
        }
        assertThat(Rows.of(connection, "SELECT F(N) FROM T")).isEmpty();
    }

    @Test
    void countsQueriesInsideFrom() throws SQLException {
        assertThat(Rows.of(connection, inside(10, "SELECT F(N) AS N FROM "))).isEmpty();
        assertThatSqlFails(connection, inside(11, "SELECT F(N) AS N FROM "))
                .hasState("54000")
                .hasMessageContaining("expected at most 10 queries inside the FROM of each other")
                .leavesUsable(connection);
        assertThat(Rows.of(connection, "SELECT F(N), (" + inside(6, "SELECT N FROM ") + ") FROM (SELECT N FROM T) T"))
                .isEmpty();
    }

    private static String inside(int depth, String query) {
        return (query + "(").repeat(depth) + "SELECT N FROM T" + ")".repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 4_000})
    void saysThatAStatementNestsTooDeepForH2(int count) {
        String unions = IntStream.range(0, count)
                .mapToObj(number -> "SELECT F(" + number + ")")
                .collect(Collectors.joining(" UNION "));
        assertThatSqlFails(connection, unions).hasState("54000").leavesUsable(connection);
    }
}
