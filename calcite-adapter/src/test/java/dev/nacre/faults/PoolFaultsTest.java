package dev.nacre.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.nacre.adapter.Leaks;
import dev.nacre.h2.H2Rows;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Clients of a pool of which some are cancelled and some go away in the middle: nothing of them stays. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class PoolFaultsTest {
    private static final int CONNECTIONS = 8;
    private static final int CLIENTS = 64;
    private static final int ROWS = 1_000;
    private static final String ALL = "SELECT MASK(X'00'), X FROM SYSTEM_RANGE(1, " + ROWS + ")";

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    @Test
    void holdsNothingAfterItsClientsAreGone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        ExecutorService killers = Executors.newFixedThreadPool(CLIENTS);
        try (HikariDataSource pool = pool()) {
            prepare(pool);
            List<Future<Void>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                Client client = client(number, killers);
                clients.add(threads.submit(() -> {
                    try (Connection connection = pool.getConnection()) {
                        client.use(connection);
                    }
                    return null;
                }));
            }
            for (Future<Void> client : clients) {
                client.get();
            }

            Waiting.untilNone(
                    "active connections", () -> pool.getHikariPoolMXBean().getActiveConnections());
            Waiting.untilNone("live instances", NacreDatabase::liveInstances);
            Waiting.untilNone("open results", H2Rows::openResults);
            Waiting.untilNone("threads in guests", Waiting::threadsInGuests);
            Waiting.untilNone("threads that watch timeouts", PoolFaultsTest::timeoutThreads);
            assertThatAllConnectionsWork(pool);
        } finally {
            threads.shutdown();
            killers.shutdown();
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:nacre:h2:file:" + folder.resolve("data") + ";NACRE_CALL_TIMEOUT=1 h");
        config.setUsername("sa");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(120_000);
        return new HikariDataSource(config);
    }

    private static void prepare(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Masks.create(connection, "MASK");
            Masks.execute(
                    connection, "CREATE FUNCTION SPIN LANGUAGE WASM AS " + Masks.bytes("hostile") + " EXPORT 'spin'");
        }
    }

    private static long timeoutThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("nacre-timeout"))
                .count();
    }

    private static void assertThatAllConnectionsWork(HikariDataSource pool) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int number = 0; number < CONNECTIONS; number++) {
                all.add(pool.getConnection());
                assertThat(Rows.of(all.get(number), ALL)).hasSize(ROWS);
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    private interface Client {
        void use(Connection connection) throws Exception;
    }

    private static Client client(int number, ExecutorService killers) {
        return switch (number % 10) {
            case 0, 5 -> connection -> isCancelled(connection, killers);
            case 1 -> connection -> abortsItself(connection, killers);
            case 6 -> PoolFaultsTest::leavesInTheMiddle;
            default -> PoolFaultsTest::readsAll;
        };
    }

    private static void readsAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(200);
            assertThat(Rows.all(statement.executeQuery(ALL))).hasSize(ROWS);
        }
    }

    private static void isCancelled(Connection connection, ExecutorService killers) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(200);
            Future<?> running = killers.submit(() -> {
                try {
                    Rows.all(statement.executeQuery("SELECT SPIN() FROM SYSTEM_RANGE(1, 2)"));
                } catch (SQLException failure) {
                    assertThat(failure.getSQLState()).as("%s", failure).isEqualTo("57014");
                    return null;
                }
                throw new AssertionError("the guest never ends by itself");
            });
            while (!running.isDone()) { // a cancel that comes before the query finds nothing to cancel
                statement.cancel();
                Thread.sleep(1);
            }
            running.get();
        }
    }

    private static void abortsItself(Connection connection, ExecutorService killers) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery(ALL);
        rows.next();
        connection.abort(killers);
    }

    /** The pool closes what a client leaves open. */
    private static void leavesInTheMiddle(Connection connection) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery(ALL);
        rows.next();
    }
}
