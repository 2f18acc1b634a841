package dev.nacre.faults;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.engine.ErrorCode;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.SqlFailure.Action;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is stopped in a database of this process is stopped as well, with the same state and code, in one of another process; and
 * neither process keeps anything of it.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedOverTcpTest {
    private static final long GUARD_SECONDS = 20;

    private static ServerProcess server;
    private static Database here;
    private static Database there;

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    final LeakCheck leaksOfServer = LeakCheck.builder()
            .counter("threads in guests", Waiting::threadsInGuests)
            .counter("threads in guests of the server", () -> server.threadsInGuests())
            .counter("live instances of the server", () -> server.instances())
            .counter("sessions of the server", () -> server.sessions())
            .build();

    /** Who stops a statement. */
    enum Stop {
        CALL_TIMEOUT("100 ms", ErrorCode.TIMEOUT.number()),
        /** In the guest, or while H2 still gives it rows. */
        CANCEL("1 h", ErrorCode.CANCELLED.number(), org.h2.api.ErrorCode.STATEMENT_WAS_CANCELED);

        private final String callTimeout;
        private final List<Integer> codes;

        Stop(String callTimeout, Integer... codes) {
            this.callTimeout = callTimeout;
            this.codes = List.of(codes);
        }

        String setting() {
            return "SET NACRE.CALL_TIMEOUT = '" + callTimeout + "'";
        }
    }

    /** A database that stays open for all tests. */
    private record Database(String url, Connection keeper) implements AutoCloseable {
        static Database open(String place) throws SQLException {
            String url = "jdbc:nacre:h2:" + place;
            return new Database(url, DriverManager.getConnection(url, "sa", ""));
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, "sa", "");
        }

        @Override
        public void close() throws SQLException {
            keeper.close();
        }
    }

    @BeforeAll
    static void open() throws Exception {
        server = ServerProcess.start();
        here = Database.open("mem:stopped");
        there = Database.open(server.database("mem:stopped"));
        Runaway.prepare(here.keeper());
        ServerProcess.prepare(here.keeper());
        Runaway.prepareViews(here.keeper());
        Runaway.prepare(there.keeper());
    }

    @AfterAll
    static void close() throws Exception {
        here.close();
        there.close();
        server.close();
    }

    static Stream<Arguments> runaways() {
        return Runaway.all().stream()
                .flatMap(runaway -> Stream.of(Stop.values()).map(stop -> Arguments.of(runaway, stop)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("runaways")
    void endsARunawayAsInThisProcess(Runaway runaway, Stop stop) throws Exception {
        try (Connection own = here.connect();
                Connection remote = there.connect()) {
            stop(own, runaway, stop, Waiting::threadsInGuests);

            stop(remote, runaway, stop, Waiting::threadsInGuests);

            assertThat(answers(remote, runaway)).isEqualTo(answers(own, runaway));
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void endsARunawayThatTheServerCalls(Stop stop) throws Exception {
        Runaway runaway = Runaway.called(stop == Stop.CALL_TIMEOUT);
        try (Connection own = here.connect();
                Connection remote = DriverManager.getConnection("jdbc:nacre:h2:" + server.called(), "sa", "")) {
            stop(own, runaway, stop, Waiting::threadsInGuests);

            stop(remote, runaway, stop, () -> server.threadsInGuests());

            assertThat(answers(remote, runaway)).isEqualTo(answers(own, runaway));
        }
    }

    /** H2 groups and sorts for minutes before it gives the first row; the guest is not asked before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SPIN(N) FROM (SELECT MOD(X, 7) AS N FROM SYSTEM_RANGE(1, 100000000000) GROUP BY MOD(X, 7))",
                "SELECT SPIN(N), (SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000000000) R WHERE MOD(R.X, 7) > SPIN(T.N)) FROM T WHERE N = 1",
                "INSERT INTO U SELECT SPIN(N) FROM (SELECT MAX(X) AS N FROM SYSTEM_RANGE(1, 100000000000) WHERE MOD(X, 7) = 1)",
            })
    void endsWhatTheServerDoesForIt(String sql) throws Exception {
        try (Connection remote = there.connect();
                Statement statement = remote.createStatement()) {
            CompletableFuture<@Nullable SQLException> end = inThread(() -> run(statement, sql));
            assertThat(cancelledAgainAndAgain(statement, end).getSQLState()).isEqualTo("57014");
            assertThat(Rows.of(remote, "SELECT SPIN(1)")).hasToString("[[1]]");

            Masks.execute(remote, "SET NACRE.TIMEOUT = '200 ms'");
            assertThatSqlFails(remote, sql).hasState("57014").leavesUsable(remote);
            assertThat(Rows.of(remote, "SELECT SPIN(1)")).hasToString("[[1]]");
        }
    }

    /** The first rows come at once, and then none for minutes. */
    @ParameterizedTest
    @EnumSource(Lazy.class)
    void endsWhileTheServerLooksForMoreRows(Lazy lazy) throws Exception {
        String sql = "SELECT SPIN(X + 100) FROM SYSTEM_RANGE(1, 100000000000) WHERE X < 500 OR MOD(X, 99999999999) = 0";
        try (Connection remote = there.connect();
                Statement statement = remote.createStatement()) {
            Masks.execute(remote, "SET LAZY_QUERY_EXECUTION " + lazy.ordinal());
            CompletableFuture<@Nullable SQLException> end = inThread(() -> run(statement, sql));
            assertThat(cancelledAgainAndAgain(statement, end).getSQLState()).isEqualTo("57014");
            assertThat(Rows.of(remote, "SELECT SPIN(1)")).hasToString("[[1]]");

            Masks.execute(remote, "SET NACRE.TIMEOUT = '500 ms'");
            end = inThread(() -> run(statement, sql));
            assertThat(failure(end).getSQLState()).isEqualTo("57014");
            assertThat(Rows.of(remote, "SELECT SPIN(1)")).hasToString("[[1]]");
        }
    }

    enum Lazy {
        NO,
        YES
    }

    /** H2 looks at its mark every 128 rows, and keeps it when nothing comes any more. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNotStoppedByACancellationThatCameTooLateForTheOneBefore(boolean isRemote) throws Exception {
        String sql = "SELECT SPIN(X + 100) FROM SYSTEM_RANGE(1, 1000) WHERE \"pauseAtTheEnd\"(X)";
        try (Connection connection = isRemote
                        ? DriverManager.getConnection("jdbc:nacre:h2:" + server.called(), "sa", "")
                        : here.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            LongSupplier paused = isRemote ? () -> server.paused() : ServerProcess::countPaused;
            CompletableFuture<@Nullable SQLException> end = inThread(() -> run(statement, sql));
            while (paused.getAsLong() == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            statement.cancel();
            assertThat(failure(end).getSQLState()).isEqualTo("57014");

            assertThat(Rows.of(connection, sql)).hasSize(1000);
        }
    }

    private static SQLException cancelledAgainAndAgain(
            Statement statement, CompletableFuture<@Nullable SQLException> end) throws Exception {
        long guard = System.nanoTime() + TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
        TimeUnit.MILLISECONDS.sleep(100);
        while (!end.isDone() && System.nanoTime() - guard < 0) {
            statement.cancel();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return failure(end);
    }

    /** Runs a statement in another thread, and gives its failure; null when it has none. */
    private static CompletableFuture<@Nullable SQLException> inThread(Action statement) {
        CompletableFuture<@Nullable SQLException> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        statement.run();
                        end.complete(null);
                    } catch (SQLException failure) {
                        end.complete(failure);
                    } catch (RuntimeException | Error other) {
                        end.completeExceptionally(other);
                    }
                },
                "statement");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private static SQLException failure(CompletableFuture<@Nullable SQLException> end) throws Exception {
        return Objects.requireNonNull(
                end.get(GUARD_SECONDS, TimeUnit.SECONDS), "the statement came to an end by itself");
    }

    @Test
    void refusesRecursionWithoutEndAsInThisProcess() throws SQLException {
        try (Connection own = here.connect();
                Connection remote = there.connect()) {
            for (Connection connection : List.of(own, remote)) {
                assertThatSqlFails(connection, "SELECT RECURSE(0)")
                        .hasState("38N01")
                        .hasCode(1103)
                        .leavesUsable(connection);
                assertThat(Rows.of(connection, "SELECT RECURSE(5)")).hasToString("[[5]]");
            }
        }
    }

    /** Has a statement stopped: the state and the code are the same for a database in this process and in another. */
    private static void stop(Connection connection, Runaway runaway, Stop stop, LongSupplier threadsInGuests)
            throws Exception {
        Masks.execute(connection, stop.setting());
        try (Statement statement = connection.createStatement()) {
            stop(statement, stop, threadsInGuests, () -> run(statement, runaway.endless()));
        }
    }

    private static void stop(Statement statement, Stop stop, LongSupplier threadsInGuests, Action endless)
            throws Exception {
        CompletableFuture<@Nullable SQLException> end = inThread(endless);
        if (stop == Stop.CANCEL) {
            while (threadsInGuests.getAsLong() == 0 && !end.isDone()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            statement.cancel();
        }
        SQLException failure = failure(end);
        assertThat(failure.getSQLState()).as("%s", failure).isEqualTo("57014");
        assertThat(failure.getErrorCode()).as("%s", failure).isIn(stop.codes);
        statement.cancel(); // too late for this one, and not meant for the next
    }

    /** To prepare is not to call, also where all that a function gets is known. */
    @ParameterizedTest
    @EnumSource(Stop.class)
    void endsAPreparedStatementWithAConstant(Stop stop) throws Exception {
        try (Connection remote = there.connect()) {
            Masks.execute(remote, stop.setting());
            try (PreparedStatement statement = remote.prepareStatement("SELECT SPIN_THE_SAME(42) FROM T")) {
                assertThat(statement.getMetaData().getColumnCount()).isEqualTo(1);
                for (int run = 0; run < 2; run++) {
                    stop(
                            statement,
                            stop,
                            Waiting::threadsInGuests,
                            () -> statement.executeQuery().next());
                }
            }
            assertThat(Rows.of(remote, "SELECT SPIN_THE_SAME(1)")).hasToString("[[1]]");
        }
    }

    private static void run(Statement statement, String sql) throws SQLException {
        if (statement.execute(sql)) {
            Rows.all(statement.getResultSet());
        }
    }

    private static String answers(Connection connection, Runaway runaway) throws SQLException {
        assertThat(Rows.of(connection, "SELECT 1")).hasToString("[[1]]");
        try (Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(runaway.harmless());
            return hasRows
                    ? Rows.all(statement.getResultSet()).toString()
                    : statement.getUpdateCount() + " " + Rows.of(connection, "SELECT * FROM U");
        }
    }
}
