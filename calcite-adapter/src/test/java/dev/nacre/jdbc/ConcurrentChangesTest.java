package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to a server know nothing of each other, as if they were in processes of their own: they share tables alone. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConcurrentChangesTest {
    private static final String MASKED_ZERO = "aa";

    private Server server;
    private ExecutorService thread;
    private Connection first;
    private Connection second;

    @BeforeEach
    void connect() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        thread = Executors.newSingleThreadExecutor();
        String url = "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/mem:" + UUID.randomUUID()
                + ";LOCK_TIMEOUT=20000";
        first = DriverManager.getConnection(url, "sa", "");
        second = DriverManager.getConnection(url, "sa", "");
    }

    @AfterEach
    void close() throws SQLException {
        thread.shutdownNow();
        first.close();
        second.close();
        server.stop();
    }

    @Test
    void keepsTheFunctionsOfASchemaThatIsRenamedWhileOthersCreateSome() throws Exception {
        Masks.execute(first, "CREATE SCHEMA S");
        Masks.create(first, "S.MASK");

        Future<Void> creations = thread.submit(() -> {
            for (int index = 0; index < 40; index++) {
                Masks.create(second, "F" + index);
            }
            return null;
        });
        boolean isMoved = false;
        while (!creations.isDone()) {
            Masks.execute(first, isMoved ? "ALTER SCHEMA U RENAME TO S" : "ALTER SCHEMA S RENAME TO U");
            isMoved = !isMoved;
            assertThat(Rows.single(first, "SELECT " + (isMoved ? "U" : "S") + ".MASK(X'00')"))
                    .isEqualTo(MASKED_ZERO);
        }

        creations.get();
        assertThat(Rows.of(first, "SHOW FUNCTIONS")).hasSize(41);
    }

    @Test
    void renamesWithTheLastWordsOfH2() throws SQLException {
        Masks.execute(first, "CREATE SCHEMA S");
        Masks.execute(first, "CREATE SCHEMA TAKEN");
        Masks.create(first, "S.MASK");
        Masks.create(second, "TAKEN.MASK");

        assertThatSqlFails(first, "alter schema S rename to TAKEN")
                .hasCode(90078)
                .hasMessage(
                        "Schema \"TAKEN\" already exists; SQL statement:\nalter schema S rename to TAKEN [90078-252]")
                .leavesUsable(first);
        assertThatSqlFails(first, "ALTER SCHEMA S RENAME TO \"a\"\"b\" ?").hasCode(42000);

        Masks.execute(first, "ALTER SCHEMA S RENAME TO \"a\"\"b\"");
        assertThat(Rows.single(second, "SELECT \"a\"\"b\".MASK(TAKEN.MASK(X'00'))"))
                .isEqualTo("00");
    }

    @Test
    void seesThatAnotherProcessDroppedASchemaAndMadeItAgain() throws SQLException {
        Masks.execute(first, "CREATE SCHEMA S");
        Masks.create(first, "S.MASK");
        assertThat(Rows.single(second, "SELECT S.MASK(X'00')")).isEqualTo(MASKED_ZERO);

        Masks.execute(first, "DROP SCHEMA S CASCADE");
        Masks.execute(first, "CREATE SCHEMA S");

        assertThatSqlFails(second, "SELECT S.MASK(X'00')").hasCode(90022);
        assertThat(Rows.of(second, "SHOW FUNCTIONS")).isEmpty();
    }

    @Test
    void decidesOnWhatOthersHaveMadeOfTheCatalog() throws SQLException {
        Masks.create(first, "A");
        Masks.create(second, "B");

        assertThatSqlFails(
                        first,
                        "CREATE FUNCTION B(P VARBINARY) RETURNS VARBINARY LANGUAGE WASM AS "
                                + Masks.bytes("telemetry-c"))
                .hasState("42723");
        Masks.execute(second, "DROP FUNCTION A");
        assertThatSqlFails(first, "DROP FUNCTION A").hasState("42883");
        Masks.create(first, "C");
        assertThat(Rows.of(second, "SHOW FUNCTIONS")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOW CREATE COMPONENT C",
                "DESCRIBE COMPONENT C",
                "SHOW CREATE FUNCTION MASK",
                "SELECT MASK(X'00')",
                "SELECT CASE WHEN X < 3 THEN X'' ELSE MASK(X'00') END FROM SYSTEM_RANGE(1, 3)",
            })
    void readsTheBytesOfWhatIsReplacedMeanwhile(String sql) throws Exception {
        replace(0);
        Future<Void> reading = thread.submit(() -> {
            for (int round = 0; round < 60; round++) {
                assertThat(Rows.of(second, sql)).isNotEmpty();
            }
            return null;
        });
        for (int round = 1; !reading.isDone(); round++) {
            replace(round);
        }

        reading.get();
    }

    private void replace(int round) throws SQLException {
        String guest = round % 2 == 0 ? "telemetry-c" : "telemetry-cpp";
        Masks.execute(first, "CREATE OR REPLACE COMPONENT C FROM " + Masks.bytes(guest));
        Masks.create(first, "MASK", guest);
    }
}
