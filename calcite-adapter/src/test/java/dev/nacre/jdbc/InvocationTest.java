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
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command of H2's holds of the engine while it calls functions, for how long, and how it is stopped. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class InvocationTest {
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
        run(connection, "CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
        run(connection, "INSERT INTO R SELECT X, X'0102' FROM SYSTEM_RANGE(1, 1000)");
        create("MASK", "telemetry-rust", "handle-data");
        run(connection, "CREATE VIEW V AS SELECT ID, MASK(P) AS M FROM R");
    }

    private Connection plain() throws SQLException {
        return DriverManager.getConnection(database.url().replace("jdbc:nacre:h2:", "jdbc:h2:"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void create(String name, String guest, String export) throws SQLException {
        run(
                connection,
                "CREATE FUNCTION " + name + " LANGUAGE WASM AS X'"
                        + HexFormat.of().formatHex(Guests.bytes(guest)) + "' EXPORT '" + export + "'");
    }

    private static void awaitNoInstances() throws InterruptedException {
        while (NacreDatabase.liveInstances() > 0) {
            Thread.sleep(20);
        }
    }

    @Test
    void keepsOneInstanceForACommandAndLetsItGoWhenIdle() throws Exception {
        try (Connection plain = plain()) {
            assertThat(Rows.of(plain, "SELECT M FROM V")).hasSize(1000);
            assertThat(NacreDatabase.liveInstances()).isEqualTo(1);
            assertThat(Rows.of(plain, "SELECT M FROM V")).hasSize(1000);
            assertThat(NacreDatabase.liveInstances()).isEqualTo(1);

            awaitNoInstances();

            assertThat(Rows.single(plain, "SELECT M FROM V WHERE ID = 7")).isEqualTo("aba8");
        }
        awaitNoInstances();
        awaitNoSweeper();
    }

    /** The thread that looks for idle instances ends when there are none. */
    private static void awaitNoSweeper() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("nacre-idle-sweep"))) {
            Thread.sleep(20);
        }
    }

    @Test
    void endsWithTheStatementOnItsOwnConnections() throws SQLException {
        assertThat(Rows.of(connection, "SELECT M FROM V")).hasSize(1000);
        assertThat(NacreDatabase.liveInstances()).isZero();
        try (PreparedStatement statement = connection.prepareStatement("SELECT M FROM V WHERE ID = ?")) {
            statement.setInt(1, 3);
            assertThat(Rows.all(statement.executeQuery())).hasSize(1);
            assertThat(NacreDatabase.liveInstances()).isZero();
        }
    }

    /** The guest's memory grows with each call: an instance that was kept would begin where it ended. */
    @Test
    void startsEachRunOfAPreparedCommandAfresh() throws SQLException {
        create("ALLOCATE", "hostile", "allocate");
        String sql = "SELECT NACRE_FN.\"PUBLIC.ALLOCATE\"(70000) FROM R WHERE ID <= 2";
        List<?> planned = Rows.of(connection, "SELECT ALLOCATE(70000) FROM R WHERE ID <= 2");
        assertThat(planned.get(0)).isNotEqualTo(planned.get(1));
        try (Connection plain = plain();
                PreparedStatement statement = plain.prepareStatement(sql)) {
            for (int run = 1; run <= 3; run++) {
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(Rows.all(rows)).isEqualTo(planned);
                }
                assertThat(NacreDatabase.liveInstances()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "Oracle", "MySQL", "MSSQLServer"})
    void worksInH2sModes(String mode) throws SQLException {
        try (Connection plain = plain()) {
            run(plain, "SET MODE " + mode);
            plain.setAutoCommit(false);
            assertThat(Rows.single(plain, "SELECT COUNT(*) FROM V WHERE M = X'aba8'"))
                    .isEqualTo(1000L);
            assertThat(Rows.single(plain, "SELECT COUNT(*) FROM V WHERE M = X'aba8'"))
                    .isEqualTo(1000L);
            assertThat(NacreDatabase.liveInstances()).isEqualTo(1);
            run(connection, "UPDATE R SET P = MASK(P) WHERE ID = 1");
            plain.rollback();
            run(plain, "SET MODE REGULAR");
        }
    }

    @Test
    void readsLazyResults() throws Exception {
        try (Connection plain = plain();
                Statement statement = plain.createStatement()) {
            run(plain, "SET LAZY_QUERY_EXECUTION 1");
            try (ResultSet rows = statement.executeQuery("SELECT M FROM V")) {
                for (int row = 0; row < 1000; row++) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getBytes(1)).hasSize(2);
                }
            }
            assertThat(NacreDatabase.liveInstances()).isEqualTo(1);
        }
    }

    @Test
    void servesUsersWithoutAnyRights() throws SQLException {
        run(connection, "CREATE USER READER PASSWORD 'x'");
        run(connection, "GRANT SELECT ON V TO READER");
        run(connection, "GRANT SELECT, UPDATE ON R TO READER");
        try (Connection reader = database.connect("READER", "x")) {
            assertThat(Rows.of(reader, "SELECT M FROM V WHERE ID < 3")).hasSize(2);
            run(reader, "UPDATE R SET P = MASK(P) WHERE ID = 1");
            assertThat(Rows.single(reader, "SELECT P FROM R WHERE ID = 1")).isEqualTo("aba8");
        }
    }

    @Test
    void runsInManySessionsAtOnce() throws Exception {
        List<CompletableFuture<Long>> sums = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            sums.add(CompletableFuture.supplyAsync(this::countMasked));
        }
        for (CompletableFuture<Long> sum : sums) {
            assertThat(sum.get(60, TimeUnit.SECONDS)).isEqualTo(5000L);
        }
    }

    private long countMasked() {
        try (Connection plain = plain()) {
            long count = 0;
            for (int run = 0; run < 5; run++) {
                count += (Long) Rows.single(plain, "SELECT COUNT(*) FROM V WHERE M = X'aba8'");
            }
            return count;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void takesAReplacedFunctionFromTheNextCommandOn() throws SQLException {
        create("F", "shapes-rust", "scale");
        run(connection, "CREATE VIEW W AS SELECT F(3) AS X");
        try (Connection plain = plain()) {
            assertThat(Rows.single(plain, "SELECT X FROM W")).isEqualTo(7.0);

            run(
                    connection,
                    "CREATE OR REPLACE FUNCTION F LANGUAGE WASM AS X'"
                            + HexFormat.of().formatHex(Guests.bytes("shapes-c")) + "' EXPORT 'scale'");

            assertThat(Rows.single(plain, "SELECT X FROM W")).isEqualTo(7.0);
        }
    }

    @Test
    void givesItsLogToTheConnection() throws SQLException {
        run(connection, "UPDATE R SET P = MASK(P) WHERE ID = 1");

        assertThat(connection.unwrap(NacreConnection.class).lastQueryLog()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE R SET P = X'00' WHERE SPIN() IS NULL",
                "DELETE FROM R WHERE SPIN() IS NULL",
                "INSERT INTO R SELECT 5000, X'00' WHERE SPIN() IS NULL",
                "CREATE TABLE T AS SELECT SPIN() AS X",
            })
    void isStoppedByCancel(String sql) throws Exception {
        create("SPIN", "hostile", "spin");
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(() -> cancelSoon(statement));

            assertThatFails("a runaway", () -> statement.execute(sql))
                    .hasState("57014")
                    .hasMessageContaining("function 'PUBLIC.SPIN': the statement was cancelled")
                    .leavesUsable(connection);
            canceller.get(60, TimeUnit.SECONDS);
        }
        assertThat(NacreDatabase.liveInstances()).isZero();
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM R")).isEqualTo(1000L);
    }

    private static void cancelSoon(Statement statement) {
        try {
            Thread.sleep(300);
            statement.cancel();
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void isStoppedByTheTimeoutAndByItsOwnLimit() throws SQLException {
        create("SPIN", "hostile", "spin");
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatFails("a runaway", () -> statement.execute("UPDATE R SET P = X'00' WHERE SPIN() IS NULL"))
                    .hasState("57014")
                    .hasMessageContaining("ran longer than its timeout 1 s; raise it")
                    .leavesUsable(connection);
            statement.setQueryTimeout(0);
        }
        assertThatSqlFails(connection, "UPDATE R SET P = X'00' WHERE SPIN() IS NULL")
                .hasState("57014")
                .hasMessage("function 'PUBLIC.SPIN': guest code ran longer than call_timeout 5 s; raise call_timeout")
                .leavesUsable(connection);
    }

    @Test
    void keepsToTheSettingsOfSessionAndFunction() throws SQLException {
        create("SPIN", "hostile", "spin");
        run(connection, "SET NACRE.CALL_TIMEOUT = '300 ms'");
        assertThatSqlFails(connection, "DELETE FROM R WHERE SPIN() IS NULL")
                .hasState("57014")
                .hasMessageContaining("guest code ran longer than call_timeout 300 ms");
        run(connection, "SET NACRE.CALL_TIMEOUT = NULL");
        run(
                connection,
                "CREATE FUNCTION SHORT LANGUAGE WASM AS X'" + HexFormat.of().formatHex(Guests.bytes("hostile"))
                        + "' EXPORT 'spin' WITH (CALL_TIMEOUT = '200 ms')");
        run(connection, "CREATE VIEW S AS SELECT SHORT() AS X");
        try (Connection plain = plain()) {
            assertThatSqlFails(plain, "SELECT * FROM S")
                    .hasState("57014")
                    .hasMessageContaining("guest code ran longer than call_timeout 200 ms");
        }
    }

    @Test
    void isStoppedWhenItsSessionIsClosed() throws Exception {
        create("SPIN", "hostile", "spin");
        Connection plain = plain();
        Statement statement = plain.createStatement();
        CompletableFuture<Void> closer = CompletableFuture.runAsync(() -> abortSoon(plain));

        assertThatFails("a runaway", () -> statement.execute("SELECT NACRE_FN.\"PUBLIC.SPIN\"()"));

        closer.get(60, TimeUnit.SECONDS);
        awaitNoInstances();
    }

    private static void abortSoon(Connection connection) {
        try {
            Thread.sleep(300);
            connection.abort(Runnable::run);
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
