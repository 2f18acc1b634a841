package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query holds instances while it runs and none afterwards, however it ends; and it can always be ended. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunningQueryTest {
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
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
            statement.execute("INSERT INTO R SELECT X, X'0102' FROM SYSTEM_RANGE(1, 1000)");
        }
    }

    private void create(String name, String guest, String export) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION " + name + " LANGUAGE WASM AS X'"
                    + HexFormat.of().formatHex(Guests.bytes(guest)) + "' EXPORT '" + export + "'");
        }
    }

    @Test
    void holdsAnInstanceOnlyWhileItRuns() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MASK(P) FROM R")) {
            assertThat(rows.next()).isTrue();
            assertThat(NacreDatabase.liveInstances()).isEqualTo(1);

            while (rows.next()) {
                assertThat(rows.getBytes(1)).isNotEmpty();
            }
            assertThat(NacreDatabase.liveInstances()).isZero();
        }
    }

    @Test
    void endsWithItsResultSet() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("SELECT MASK(P) FROM R");
            rows.next();

            rows.close();

            assertThat(NacreDatabase.liveInstances()).isZero();
            assertThat(statement.isClosed()).isFalse();
        }
    }

    @Test
    void endsWithItsStatement() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        Statement statement = connection.createStatement();
        statement.executeQuery("SELECT MASK(P) FROM R").next();

        statement.close();

        assertThat(NacreDatabase.liveInstances()).isZero();
    }

    @Test
    void endsWhenItsStatementRunsAnother() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT MASK(P) FROM R").next();

            statement.executeQuery("SELECT 1");

            assertThat(NacreDatabase.liveInstances()).isZero();
        }
    }

    @Test
    void endsWithItsConnection() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Connection other = database.connect()) {
            other.createStatement().executeQuery("SELECT MASK(P) FROM R").next();
            other.prepareStatement("SELECT MASK(P) FROM R").executeQuery().next();
            assertThat(NacreDatabase.liveInstances()).isEqualTo(2);
        }
        assertThat(NacreDatabase.liveInstances()).isZero();
    }

    @Test
    void endsWithAFailure() throws SQLException {
        create("TRAP", "hostile", "trap");

        assertThatSqlFails(connection, "SELECT TRAP() FROM R")
                .hasState("38N01")
                .hasMessageContaining("function 'PUBLIC.TRAP': ")
                .leavesUsable(connection);

        assertThat(NacreDatabase.liveInstances()).isZero();
    }

    @Test
    void endsWithAFailureInTheMiddle() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE R SET P = X'' WHERE ID = 500");

            ResultSet rows = statement.executeQuery("SELECT ID, MASK(P) FROM R ORDER BY ID");
            int[] last = {0};
            assertThatFails("reading on", () -> {
                        while (rows.next()) {
                            last[0] = rows.getInt(1);
                        }
                    })
                    .hasState("38000");

            assertThat(last[0]).isBetween(498, 499);
            assertThat(NacreDatabase.liveInstances()).isZero();
        }
    }

    @Test
    void runsPreparedStatementsManyTimes() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (PreparedStatement statement = connection.prepareStatement("SELECT MASK(?), ID FROM R WHERE ID = ?")) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
            assertThat(statement.getMetaData().getColumnCount()).isEqualTo(2);
            for (int id = 1; id <= 20; id++) {
                statement.setBytes(1, new byte[] {(byte) id});
                statement.setInt(2, id);
                try (ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getBytes(1)).containsExactly((byte) (id ^ 0xAA));
                    assertThat(row.getInt(2)).isEqualTo(id);
                }
            }
        }
    }

    @Test
    void noticesAFunctionThatWasReplacedOrDropped() throws SQLException {
        create("F", "shapes-rust", "scale");
        try (PreparedStatement statement = connection.prepareStatement("SELECT F(3)");
                Statement ddl = connection.createStatement()) {
            assertThat(single(statement)).isEqualTo(7.0);

            ddl.execute("DROP FUNCTION F");
            assertThatFails("the prepared statement", statement::executeQuery).hasCode(90022);

            create("F", "shapes-rust", "scale-long");
            assertThat(single(statement)).isEqualTo(7L);
        }
    }

    private static Object single(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"spin, SPIN()", "spin-storing, SPIN()", "fill, SPIN(2147483647)"})
    void isStoppedByItsTimeout(String export, String call) throws SQLException {
        create("SPIN", "hostile", export);
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);

            assertThatFails("a runaway", () -> read(statement, "SELECT " + call))
                    .hasState("57014")
                    .leavesUsable(connection);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT SPIN()",
        "SELECT ID FROM R WHERE SPIN() IS NULL",
        "SELECT COUNT(*) FROM R GROUP BY SPIN()",
        "SELECT ID FROM R ORDER BY SPIN()",
    })
    void isStoppedByCancel(String sql) throws Exception {
        create("SPIN", "hostile", "spin");
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(() -> cancelSoon(statement));

            assertThatFails("a runaway", () -> read(statement, sql)).hasState("57014");

            canceller.get(60, TimeUnit.SECONDS);
        }
        assertThat(Rows.single(connection, "SELECT 1")).isEqualTo(1);
    }

    private static void read(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static void cancelSoon(Statement statement) {
        try {
            Thread.sleep(Duration.ofMillis(300).toMillis());
            statement.cancel();
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void refusesRecursionWithoutEnd() throws SQLException {
        create("RECURSE", "hostile", "recurse");

        assertThatSqlFails(connection, "SELECT RECURSE(0)").hasState("38N01").leavesUsable(connection);
    }

    @Test
    void keepsInstancesToTheirMemory() throws SQLException {
        create("ALLOCATE_ALL", "hostile", "allocate-all");

        Object pages = Rows.single(connection, "SELECT ALLOCATE_ALL()");

        assertThat(((Number) pages).longValue()).isLessThanOrEqualTo(256);
    }

    @Test
    void scrollsWhereAskedTo() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet rows = statement.executeQuery("SELECT ID, MASK(P) FROM R ORDER BY ID")) {
            assertThat(rows.last()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1000);
            assertThat(rows.absolute(3)).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(3);
            rows.beforeFirst();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void honoursTheMostRows() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(3);

            assertThat(Rows.all(statement.executeQuery("SELECT MASK(P) FROM R")))
                    .hasSize(3);
        }
    }

    @Test
    void explainsWhoRunsWhat() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");

        String plan = Rows.of(connection, "EXPLAIN PLAN FOR SELECT MASK(P) FROM R WHERE ID = 7")
                .toString();

        assertThat(plan).contains("MASK").contains("FROM R WHERE").contains("ID = 7");
    }

    @Test
    void runsStatementsOfOneTextOneByOne() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
        try (Statement statement = connection.createStatement()) {
            boolean isQuery = statement.execute(
                    "SELECT MASK(X'00') FROM R WHERE ID < 3; CREATE TABLE S(A INT); SELECT MASK(P) FROM R");

            assertThat(isQuery)
                    .as("the first statement gives the result, as in H2")
                    .isTrue();
            assertThat(Rows.all(statement.getResultSet())).hasSize(2);
            assertThat(Rows.single(connection, "SELECT COUNT(*) FROM S")).isEqualTo(0L);
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
        }
    }
}
