package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import dev.nacre.testkit.Seeds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The catalog when another JVM changes it, or is ended while it does. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SeveralProcessesTest {
    @TempDir
    private Path folder;

    @Test
    void seesWhatAnotherProcessCreatesAtItsNextStatement() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/mem:" + UUID.randomUUID();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                OtherProcess other = OtherProcess.start(url)) {
            assertThat(other.answer()).isEqualTo("ready");
            other.order();
            String first = other.answer();
            try (PreparedStatement statement = connection.prepareStatement("SELECT MASK(X'00')")) {
                assertThat(masked(statement)).containsExactly(0xAA);

                other.order();
                assertThat(other.answer()).isNotEqualTo(first);

                assertThat(masked(statement)).isNotNull();
                assertThat(connection.unwrap(NacreConnection.class).catalog().functions())
                        .allSatisfy(function -> assertThat(function.sha256()).isNotEqualTo(first));
            }
        } finally {
            server.stop();
        }
    }

    private static byte[] masked(PreparedStatement statement) throws Exception {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    @Test
    void isWholeAfterAProcessWasKilled() throws Exception {
        RandomGenerator random = Seeds.random(1);
        for (int round = 0; round < 4; round++) {
            String url = "jdbc:nacre:h2:file:" + folder.resolve("killed" + round);
            int done = 0;
            try (OtherProcess other = OtherProcess.start(url)) {
                assertThat(other.answer()).isEqualTo("ready");
                int before = 1 + random.nextInt(3);
                for (int statement = 0; statement < before; statement++) {
                    other.order();
                    assertThat(other.answer()).isEqualTo(digest(done++));
                }
                other.order();
                TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
                other.kill();
                for (String late = other.answer(); late != null && late.length() == 64; late = other.answer()) {
                    done++; // it had been said before the end came
                }
            }

            try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
                String found = String.valueOf(OtherProcess.digest(connection));
                assertThat(Rows.of(connection, "SELECT MASK(X'00')")).hasSize(1);
                assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(1);
                assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_CODE"))
                        .isEqualTo(1L);
                assertThat(found).as("after %d statements", done).isIn(digest(done - 1), digest(done));
            }
        }
    }

    @Test
    void hasASchemasFunctionsInItAfterAProcessWasKilledThatRenamedIt() throws Exception {
        RandomGenerator random = Seeds.random(2);
        for (int round = 0; round < 3; round++) {
            String url = "jdbc:nacre:h2:file:" + folder.resolve("renamed" + round);
            try (OtherProcess other = OtherProcess.start(Renames.class, url)) {
                assertThat(other.answer()).isEqualTo("ready");
                TimeUnit.MICROSECONDS.sleep(random.nextInt(200_000));
            }

            try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
                Masks.create(connection, "MASK");
                Object schema = Rows.single(
                        connection,
                        "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME IN ('S', 'U')");
                assertThat(Rows.single(connection, "SELECT MASK(" + schema + ".MASK(X'00'))"))
                        .isEqualTo("00");
            }
        }
    }

    /** A JVM of its own that gives a schema with a function one name after the other. */
    static final class Renames {
        private Renames() {}

        public static void main(String[] args) throws SQLException {
            try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
                Masks.execute(connection, "CREATE SCHEMA S");
                Masks.create(connection, "S.MASK");
                new PrintWriter(System.out, true, StandardCharsets.UTF_8).println("ready");
                while (true) {
                    Masks.execute(connection, "ALTER SCHEMA S RENAME TO U");
                    Masks.execute(connection, "ALTER SCHEMA U RENAME TO S");
                }
            }
        }
    }

    /** What the process makes of the function with its statement of this number. */
    private static String digest(int statement) throws Exception {
        String guest = OtherProcess.GUESTS.get(statement % OtherProcess.GUESTS.size());
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Guests.bytes(guest)));
    }
}
