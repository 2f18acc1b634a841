package dev.nacre.faults;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.jdbc.Masks;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.h2.api.ErrorCode;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away, cannot be opened, or cannot be written: an error says so, and the catalog is never a half one. */
@ExtendWith(Seeds.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class BrokenDatabaseTest {
    private static final String MANY = "SELECT MASK(X'00') FROM SYSTEM_RANGE(1, 100000)";

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    @AfterEach
    void makeRoom() {
        FullDisk.room(Long.MAX_VALUE);
    }

    private String file() {
        return "jdbc:nacre:h2:file:" + folder.resolve("data");
    }

    @Test
    void endsAndStartsAgainWithItsServer() throws SQLException {
        Server server = start("0");
        String url = "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/data";
        Connection connection = DriverManager.getConnection(url, "sa", "");
        KeyedGuest.function(connection, "MASK", 0x80);
        ResultSet rows = connection.createStatement().executeQuery(MANY);
        rows.next();
        server.stop();

        assertThatFails("reading on", () -> readAll(rows)).satisfies(BrokenDatabaseTest::isOfH2);
        assertThat(NacreDatabase.liveInstances()).isZero();
        assertThatSqlFails(connection, "SELECT MASK(X'00')").satisfies(BrokenDatabaseTest::isOfH2);
        assertThatSqlFails(connection, "DROP FUNCTION MASK").satisfies(BrokenDatabaseTest::isOfH2);
        assertThat(connection.isValid(1)).isFalse();

        Server again = start(String.valueOf(server.getPort()));
        try (Connection later = DriverManager.getConnection(url, "sa", "")) {
            assertThat(Rows.single(later, "SELECT MASK(X'00')")).isEqualTo("80");
        } finally {
            connection.close();
            again.stop();
        }
    }

    private Server start(String port) throws SQLException {
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", folder.toString())
                .start();
    }

    @Test
    void endsWithADatabaseThatIsShutDown() throws SQLException {
        try (Connection connection = DriverManager.getConnection(file());
                Connection other = DriverManager.getConnection(file())) {
            KeyedGuest.function(connection, "MASK", 0x80);
            ResultSet rows = connection.createStatement().executeQuery(MANY);
            rows.next();
            Masks.execute(other, "SHUTDOWN IMMEDIATELY");

            assertThatFails("reading on", () -> readAll(rows)).satisfies(BrokenDatabaseTest::isOfH2);
            assertThatSqlFails(connection, "DROP FUNCTION MASK").satisfies(BrokenDatabaseTest::isOfH2);
        }
        try (Connection later = DriverManager.getConnection(file())) {
            assertThat(Rows.single(later, "SELECT MASK(X'00')")).isEqualTo("80");
        }
    }

    private static void readAll(ResultSet rows) throws SQLException {
        while (rows.next()) {
            assertThat(rows.getBytes(1)).hasSize(1);
        }
    }

    private static void isOfH2(SQLException failure) {
        assertThat(failure.getErrorCode())
                .as("%s", failure)
                .isIn(
                        ErrorCode.IO_EXCEPTION_1,
                        ErrorCode.DATABASE_IS_CLOSED,
                        ErrorCode.CONNECTION_BROKEN_1,
                        ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);
    }

    @Test
    void saysThatTheFileIsLocked() throws Exception {
        create();
        try (FileChannel channel = FileChannel.open(folder.resolve("data.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatFails("connecting", () -> DriverManager.getConnection(file()))
                    .hasCode(ErrorCode.DATABASE_ALREADY_OPEN_1);
        }
        try (Connection connection = DriverManager.getConnection(file())) {
            assertThat(Rows.single(connection, "SELECT MASK(X'00')")).isEqualTo("80");
        }
    }

    @Test
    void changesNothingWhereNothingCanBeWritten() throws SQLException {
        create();
        try (Connection connection = DriverManager.getConnection(file() + ";ACCESS_MODE_DATA=r")) {
            for (String change : List.of(
                    "CREATE OR REPLACE COMPONENT C FROM " + KeyedGuest.literal(0x81),
                    "CREATE OR REPLACE FUNCTION MASK LANGUAGE WASM AS " + KeyedGuest.literal(0x81)
                            + " EXPORT 'handle-data'",
                    "CREATE FUNCTION OTHER LANGUAGE WASM FROM C EXPORT 'handle-data'",
                    "IMPORT FUNCTIONS FROM C",
                    "DROP COMPONENT C CASCADE",
                    "DROP FUNCTION MASK")) {
                assertThatSqlFails(connection, change)
                        .as(change)
                        .hasState("90097")
                        .leavesUsable(connection);
                assertThat(Rows.single(connection, "SELECT MASK(X'00')")).isEqualTo("80");
            }
            assertThat(Rows.of(connection, "SHOW COMPONENTS")).hasSize(1);
        }
    }

    private void create() throws SQLException {
        try (Connection connection = DriverManager.getConnection(file())) {
            KeyedGuest.component(connection, "C", 0x80);
            KeyedGuest.function(connection, "MASK", 0x80);
        }
    }

    /** The database is H2's to close when it cannot write; what is in the file then is what was acknowledged. */
    @Test
    void keepsAWholeCatalogOnAFullDisk() throws SQLException {
        FullDisk.register();
        RandomGenerator random = Seeds.random(1);
        for (int round = 0; round < Seeds.count(3, 200); round++) {
            String url = "jdbc:nacre:h2:full:" + folder.resolve("full" + round);
            int last = fill(url, random.nextInt(200_000));

            FullDisk.room(Long.MAX_VALUE);
            try (Connection later = DriverManager.getConnection(url)) {
                assertThat(Rows.single(later, "SELECT MASK(X'00')"))
                        .as("round %d", round)
                        .isIn(KeyedGuest.answer(last), KeyedGuest.answer(last + 1));
                assertThat(Rows.single(later, "SELECT MASK(X'00') = NACRE_FN.\"PUBLIC.MASK\"(X'00')"))
                        .isEqualTo(true);
                KeyedGuest.function(later, "MASK", 0xF0);
                assertThat(Rows.single(later, "SELECT MASK(X'00')")).isEqualTo("f0");
            }
        }
    }

    /** Replaces a function until there is no room any more; returns the last key that was acknowledged. */
    private static int fill(String url, int room) throws SQLException {
        int key = 0x80;
        try (Connection connection = DriverManager.getConnection(url)) {
            KeyedGuest.function(connection, "MASK", key);
            FullDisk.room(room);
            while (key < 0xEE) {
                KeyedGuest.function(connection, "MASK", key + 1);
                key++;
            }
            throw new AssertionError("the disk never became full");
        } catch (SQLException full) {
            assertThat(full.getErrorCode()).as("%s", full).isNotEqualTo(SqlLayerErrorCode.INTERNAL.number());
            assertThat(full.getSQLState()).as("%s", full).isNotBlank().isNotEqualTo("XX000");
            return key;
        }
    }
}
