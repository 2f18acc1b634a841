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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void quotesNoMoreThanTheBeginningOfADamagedText() throws SQLException {
        Masks.create(connection, "BAD");
        for (String column : new String[] {"OPTIONS", "RETURNS"}) {
            change("UPDATE NACRE.CATALOG_FUNCTION SET " + column + " = REPEAT('x', 3000000)");

            assertThatSqlFails(connection, "SELECT BAD(X'00')")
                    .hasState("XX000")
                    .hasMessageContaining("xxx...'; create the function again")
                    .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_000));
        }
    }

    @Test
    void readsTheCatalogWhereLiteralsAreNotAllowed() throws SQLException {
        Masks.create(connection, "MASK");
        Masks.execute(connection, "CREATE TABLE T(P VARBINARY)");
        Masks.execute(connection, "INSERT INTO T VALUES (X'00')");
        Masks.execute(connection, "SET ALLOW_LITERALS NONE");

        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM T")).isEqualTo(1L);
        assertThatSqlFails(connection, "SELECT 1 FROM T").hasCode(90116);
        Masks.execute(connection, "UPDATE T SET P = MASK(P)");
        Masks.execute(connection, "SET ALLOW_LITERALS ALL");
        assertThat(Rows.single(connection, "SELECT P FROM T")).isEqualTo("aa");
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
                .hasMessageContaining("repair its row in NACRE.CATALOG_FUNCTION (FUNCTION_ID = 1)");
        change("DELETE FROM NACRE.CATALOG_FUNCTION WHERE FUNCTION_ID = 1");
        Masks.create(connection, "BAD");
        assertMasks("BAD");
    }

    @Test
    void runsPlainSqlBesideACatalogOfAnotherFormat() throws SQLException {
        Masks.create(connection, "MASK");
        change("UPDATE NACRE.CATALOG_VERSION SET FORMAT = 5");

        assertThat(Rows.single(connection, "SELECT 1")).isEqualTo(1);
        assertThatSqlFails(connection, "DROP FUNCTION MASK").hasMessageContaining("expected format 1 to 4, found 5");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fuel",
                "fuel = ",
                "fuel = 1)",
                "fuel = 1, fuel = 1",
                "FUEL = 1",
                "fuel  = 1",
                "fuel = 1 ",
                "fuel = 01",
                "fuel = NULL",
                "fuel = 1) COMMENT ('x'",
                "memory = '1 MiB",
                "\"fuel\" = 1",
                "fuel = 1, call_timeout = 1",
                "fuel = CURRENT_USER",
                "fuel = 1E99999999999999",
                ",",
            })
    void trustsNoOptions(String options) throws SQLException {
        createTwoComponents();
        String literal = "'" + options.replace("'", "''") + "'";
        change("UPDATE NACRE.CATALOG_FUNCTION SET OPTIONS = " + literal + " WHERE FUNCTION_NAME = 'MASK'");

        assertThatSqlFails(connection, "SELECT MASK(X'00')")
                .hasState("XX000")
                .hasMessageContaining("expected options, found '" + options
                        + "'; create the function again with CREATE OR" + " REPLACE FUNCTION");
        assertMasks("OTHER");

        change("UPDATE NACRE.CATALOG_FUNCTION SET OPTIONS = NULL WHERE FUNCTION_NAME = 'MASK'");
        change("UPDATE NACRE.CATALOG_COMPONENT SET OPTIONS = " + literal + " WHERE COMPONENT_NAME = 'C'");
        assertThatSqlFails(connection, "SELECT MASK(X'00')")
                .hasState("XX000")
                .hasMessageContaining("expected component 'C', found its row damaged");
        assertThatSqlFails(connection, "DESCRIBE COMPONENT C")
                .hasState("XX000")
                .hasMessage("component 'C': catalog in schema NACRE: expected options, found '" + options
                        + "'; repair its row in NACRE.CATALOG_COMPONENT, or create the component again with CREATE OR"
                        + " REPLACE COMPONENT");
        assertMasks("OTHER");

        Masks.execute(connection, "CREATE OR REPLACE COMPONENT C FROM " + Masks.bytes("telemetry-c"));
        assertMasks("MASK");
    }

    @Test
    void trustsNoCodeOfComponents() throws SQLException {
        createTwoComponents();
        change("UPDATE NACRE.CATALOG_FUNCTION SET SHA256 = (SELECT SHA256 FROM NACRE.CATALOG_COMPONENT"
                + " WHERE COMPONENT_NAME = 'D') WHERE FUNCTION_NAME = 'MASK'");
        assertThatSqlFails(connection, "SELECT MASK(X'00')")
                .hasState("XX000")
                .hasMessageContaining("expected the code of component 'C', ");
        change("UPDATE NACRE.CATALOG_FUNCTION SET COMPONENT_NAME = 'D' WHERE FUNCTION_NAME = 'MASK'");
        assertMasks("MASK");

        Masks.execute(connection, "SET REFERENTIAL_INTEGRITY FALSE");
        change("UPDATE NACRE.CATALOG_FUNCTION SET COMPONENT_NAME = 'NOWHERE' WHERE FUNCTION_NAME = 'MASK'");
        assertThatSqlFails(connection, "SELECT MASK(X'00')")
                .hasState("XX000")
                .hasMessageContaining("expected component 'NOWHERE', found none");
        change("UPDATE NACRE.CATALOG_COMPONENT SET SHA256 = 'x' WHERE COMPONENT_NAME = 'C'");
        assertThatSqlFails(connection, "SHOW CREATE COMPONENT C")
                .hasState("XX000")
                .hasMessageContaining("expected a SHA-256, found 'x");
        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM FROM C").hasState("XX000");
        assertMasks("OTHER");
    }

    @Test
    void trustsNoBytesOfComponents() throws SQLException {
        createTwoComponents();
        change("UPDATE NACRE.CATALOG_CODE SET BYTES = X'00' WHERE SHA256 = (SELECT SHA256 FROM"
                + " NACRE.CATALOG_COMPONENT WHERE COMPONENT_NAME = 'C')");

        for (String statement : List.of(
                "CREATE FUNCTION F LANGUAGE WASM FROM C",
                "IMPORT FUNCTIONS FROM C",
                "DESCRIBE COMPONENT C",
                "SHOW CREATE COMPONENT C")) {
            assertThatSqlFails(connection, statement)
                    .hasState("XX000")
                    .hasMessageContaining("found none or other bytes; create it or its functions again")
                    .leavesUsable(connection);
        }
        Masks.execute(connection, "DROP COMPONENT C CASCADE");
        assertMasks("OTHER");
    }

    /** MASK runs in C, OTHER in D. */
    private void createTwoComponents() throws SQLException {
        Masks.execute(connection, "CREATE COMPONENT C FROM " + Masks.bytes("telemetry-c"));
        Masks.execute(connection, "CREATE COMPONENT D FROM " + Masks.bytes("telemetry-cpp"));
        Masks.execute(connection, "CREATE FUNCTION MASK LANGUAGE WASM FROM C EXPORT 'handle-data'");
        Masks.execute(connection, "CREATE FUNCTION OTHER LANGUAGE WASM FROM D EXPORT 'handle-data'");
    }

    @Test
    void replacesAComponentWhileOthersMakeFunctionsOfIt() throws Exception {
        Masks.execute(connection, "CREATE COMPONENT C FROM " + Masks.bytes("telemetry-c"));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection writer = database.connect()) {
            Future<Void> creations = thread.submit(() -> {
                for (int index = 0; index < 20; index++) {
                    Masks.execute(writer, "CREATE FUNCTION F" + index + " LANGUAGE WASM FROM C EXPORT 'handle-data'");
                }
                return null;
            });
            for (int flip = 0; !creations.isDone(); flip++) {
                String guest = flip % 2 == 0 ? "telemetry-rust" : "telemetry-c";
                Masks.execute(connection, "CREATE OR REPLACE COMPONENT C FROM " + Masks.bytes(guest));
            }
            creations.get();
        } finally {
            thread.shutdown();
        }

        assertThat(Rows.of(
                        connection,
                        "SELECT DISTINCT F.SHA256 = C.SHA256, COUNT(*) FROM NACRE.CATALOG_FUNCTION F"
                                + " JOIN NACRE.CATALOG_COMPONENT C ON C.COMPONENT_NAME = F.COMPONENT_NAME GROUP BY 1"))
                .containsExactly(List.of(true, 20L));
        assertMasks("F0");
        assertMasks("F19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SNAPSHOT", "SERIALIZABLE"})
    void endsTheTransactionBeforeItLooksForAComponent(String isolation) throws SQLException {
        Masks.execute(connection, "CREATE TABLE T(A INT)");
        Masks.create(connection, "OTHER");
        try (Connection late = database.connect()) {
            Masks.execute(late, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + isolation);
            late.setAutoCommit(false);
            Masks.execute(late, "INSERT INTO T VALUES (1)");
            Rows.of(late, "SELECT * FROM NACRE.COMPONENTS, T");
            Masks.execute(connection, "CREATE COMPONENT C FROM " + Masks.bytes("telemetry-c"));

            Masks.execute(late, "CREATE FUNCTION MASK LANGUAGE WASM FROM C EXPORT 'handle-data'");

            assertThat(Rows.single(late, "SELECT MASK(X'00')")).isEqualTo(MASKED_ZERO);
            late.rollback();
            assertThat(Rows.single(connection, "SELECT COUNT(*) FROM T")).isEqualTo(1L);
        }
    }

    @Test
    void runsOnWithTheComponentThatItStartedWith() throws SQLException {
        Masks.execute(connection, "CREATE COMPONENT C FROM " + Masks.bytes("telemetry-c"));
        Masks.execute(connection, "CREATE FUNCTION MASK LANGUAGE WASM FROM C EXPORT 'handle-data'");
        try (Connection writer = database.connect();
                java.sql.Statement statement = connection.createStatement();
                java.sql.ResultSet rows = statement.executeQuery("SELECT MASK(X'00') FROM SYSTEM_RANGE(1, 1000)")) {
            rows.next();
            Masks.execute(writer, "DROP COMPONENT C CASCADE");

            assertThat(Rows.all(rows)).hasSize(999).containsOnly(List.of(MASKED_ZERO));
        }
        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasState("90022");
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
