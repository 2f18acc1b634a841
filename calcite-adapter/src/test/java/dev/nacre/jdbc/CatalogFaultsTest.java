package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalog when others change it: by hand, at the same time, in other processes, in transactions. */
class CatalogFaultsTest {
    private static final String MASKED_ZERO = "aa";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @Test
    void keepsDamageToTheDamagedFunction() throws SQLException {
        Masks.create(connection, "BAD");
        Masks.create(connection, "GOOD");
        change("UPDATE NACRE.CATALOG_FUNCTION SET RETURNS = 'INT; DROP' WHERE FUNCTION_NAME = 'BAD'");

        assertMasks("GOOD");
        assertThatSqlFails(connection, "SELECT BAD(X'00')")
                .hasState("XX000")
                .hasMessageContaining("expected an SQL type, found 'INT; DROP'")
                .hasMessageContaining("DELETE FROM NACRE.CATALOG_FUNCTION WHERE FUNCTION_ID = 1");
        change("DELETE FROM NACRE.CATALOG_FUNCTION WHERE FUNCTION_ID = 1");
        Masks.create(connection, "BAD");
        assertMasks("BAD");
    }

    @Test
    void runsPlainSqlBesideACatalogOfAnotherFormat() throws SQLException {
        Masks.create(connection, "MASK");
        change("UPDATE NACRE.CATALOG_VERSION SET FORMAT = 2");

        assertThat(Rows.single(connection, "SELECT 1")).isEqualTo(1);
        assertThatSqlFails(connection, "DROP FUNCTION MASK").hasMessageContaining("expected format 1, found 2");
        Masks.execute(connection, "DROP SCHEMA NACRE CASCADE");
        Masks.create(connection, "MASK");
        assertMasks("MASK");
    }

    @Test
    void runsPlainSqlBesideTablesThatOnlyLookLikeTheCatalog() throws SQLException {
        Masks.execute(connection, "CREATE SCHEMA NACRE");
        Masks.execute(connection, "CREATE TABLE NACRE.CATALOG_VERSION(A INT)");

        assertThat(Rows.single(connection, "SELECT 1")).isEqualTo(1);
    }

    @Test
    void runsPlainSqlForUsersWhoMayNotReadTheCatalog() throws SQLException {
        Masks.create(connection, "MASK");
        Masks.execute(connection, "CREATE USER GUEST PASSWORD 'secret'");
        try (Connection guest = database.connect("GUEST", "secret")) {
            change("REVOKE SELECT ON SCHEMA NACRE FROM PUBLIC");

            assertThat(Rows.single(guest, "SELECT 1")).isEqualTo(1);
            assertThatSqlFails(guest, "SELECT MASK(X'00')").hasCode(90022);
            assertMasks("MASK");
        }
    }

    @Test
    void refusesAVersionThatCannotGrow() throws SQLException {
        Masks.create(connection, "MASK");
        change("UPDATE NACRE.CATALOG_VERSION SET VERSION = 9223372036854775807");

        assertThatSqlFails(connection, "DROP FUNCTION MASK")
                .hasCode(3016)
                .hasMessageContaining("found 9223372036854775807");
    }

    @Test
    void readsNoOldCatalogForOthersInATransactionThatRepeatsItsReads() throws SQLException {
        Masks.create(connection, "MASK");
        Masks.execute(connection, "CREATE TABLE T(A INT)");
        try (Connection reader = database.connect();
                Connection other = database.connect()) {
            Masks.execute(reader, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            reader.setAutoCommit(false);
            Rows.of(reader, "SELECT * FROM T");
            Masks.create(connection, "OTHER");
            Masks.execute(other.unwrap(org.h2.jdbc.JdbcConnection.class), "CREATE TABLE U(A INT)");
            Rows.of(reader, "SELECT 1");

            assertMasks("OTHER");
        }
    }

    @Test
    void answersFromOneVersionWhileAnotherConnectionReplacesTheFunction() throws Exception {
        Masks.create(connection, "MASK");
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection writer = database.connect()) {
            Future<Integer> reads = thread.submit(() -> readUntil(stop));
            for (int flip = 0; flip < 30; flip++) {
                Masks.create(writer, "MASK", flip % 2 == 0 ? "telemetry-rust" : "telemetry-c");
            }
            stop.set(true);

            assertThat(reads.get()).isPositive();
        } finally {
            stop.set(true);
            thread.shutdown();
        }
    }

    private int readUntil(AtomicBoolean stop) throws SQLException {
        int reads = 0;
        while (!stop.get()) {
            assertMasks("MASK");
            reads++;
        }
        return reads;
    }

    @Test
    void keepsWhatTwoProcessesCreateAtTheSameTime() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        String url = "tcp://localhost:" + server.getPort() + "/mem:shared;USER=sa";
        try (Connection first = java.sql.DriverManager.getConnection("jdbc:nacre:h2:" + url);
                Connection second = java.sql.DriverManager.getConnection("jdbc:nacre:h2:" + url)) {
            List<Future<?>> creations = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                String name = "F" + round;
                creations.add(threads.submit(() -> create(first, name + "A")));
                creations.add(threads.submit(() -> create(second, name + "B")));
            }
            for (Future<?> creation : creations) {
                creation.get();
            }

            for (Connection reader : List.of(first, second)) {
                assertThat(Rows.single(reader, "SELECT COUNT(*) FROM NACRE.FUNCTIONS"))
                        .isEqualTo(8L);
                assertThat(Rows.single(reader, "SELECT F0A(F1B(F2A(F3B(X'00'))))"))
                        .isEqualTo("00");
            }
        } finally {
            threads.shutdown();
            server.stop();
        }
    }

    private static Void create(Connection connection, String name) throws SQLException {
        synchronized (connection) {
            Masks.create(connection, name);
        }
        return null;
    }

    /** Makes H2's schema another one, too: from then on Nacre looks at the catalog again. */
    private void change(String sql) throws SQLException {
        Masks.execute(connection, sql);
        if (!sql.contains("CATALOG_VERSION")) {
            Masks.execute(connection, "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
        }
        Masks.execute(connection, "CREATE TABLE CHANGED(A INT)");
        Masks.execute(connection, "DROP TABLE CHANGED");
    }

    private void assertMasks(String function) throws SQLException {
        assertThat(Rows.single(connection, "SELECT " + function + "(X'00')")).isEqualTo(MASKED_ZERO);
    }
}
