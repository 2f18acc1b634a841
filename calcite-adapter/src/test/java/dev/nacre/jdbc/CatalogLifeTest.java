package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.h2.tools.Restore;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The catalog under all that H2 does to a database, while connections are open and queries run. */
class CatalogLifeTest {
    private static final String MASKED_ZERO = "aa";
    private static final String MANY = "SELECT MASK(P) FROM R";

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    private Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "sa", "");
    }

    private String url(String name) {
        return "jdbc:nacre:h2:file:" + folder.resolve(name);
    }

    private static void prepare(Connection connection) throws SQLException {
        Masks.create(connection, "MASK");
        Masks.execute(connection, "CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
        Masks.execute(connection, "INSERT INTO R SELECT X, X'00' FROM SYSTEM_RANGE(1, 500)");
    }

    /** Runs a statement while a query is half read, in another connection and in a prepared statement of its own. */
    private static void underway(Connection connection, Connection other, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MANY)) {
            rows.next();
            Masks.execute(other, sql);
            int read = 1;
            while (rows.next()) {
                assertThat(rows.getBytes(1)).containsExactly(0xAA);
                read++;
            }
            assertThat(read).isEqualTo(500);
        }
    }

    private static void assertMasks(Connection connection, String function) throws SQLException {
        assertThat(Rows.single(connection, "SELECT " + function + "(X'00')")).isEqualTo(MASKED_ZERO);
    }

    @Test
    void goesWithAllObjects() throws SQLException {
        for (String drop : List.of("DROP ALL OBJECTS", "DROP SCHEMA NACRE CASCADE")) {
            try (Connection connection = connect("a");
                    Connection other = connect("a")) {
                Masks.execute(connection, "DROP TABLE IF EXISTS R");
                prepare(connection);
                try (PreparedStatement prepared = connection.prepareStatement("SELECT MASK(X'00')")) {
                    underway(connection, other, drop);

                    assertThatFails("the prepared statement", prepared::executeQuery)
                            .hasCode(90022);
                }
                assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90022);
                assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
                Masks.create(other, "OTHER");
                assertMasks(connection, "OTHER");
                assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90022);
            }
        }
    }

    @Test
    void comesBackFromAScript() throws SQLException {
        String script = "'" + folder.resolve("script.sql") + "'";
        try (Connection connection = connect("a")) {
            prepare(connection);
            Masks.execute(connection, "SCRIPT DROP TO " + script);
            Masks.execute(connection, "DROP FUNCTION MASK");
            Masks.create(connection, "LATER");
            try (Connection other = connect("a")) {
                assertMasks(other, "LATER");

                Masks.execute(connection, "RUNSCRIPT FROM " + script);

                assertMasks(other, "MASK");
                assertThatSqlFails(other, "SELECT LATER(X'00')").hasCode(90022);
                assertMasks(connection, "MASK");
            }
        }
        try (Connection connection = connect("new");
                Connection other = connect("new")) {
            Rows.of(other, "SELECT 1");

            Masks.execute(connection, "RUNSCRIPT FROM " + script);

            assertMasks(other, "MASK");
            assertThat(Rows.of(other, MANY)).hasSize(500);
        }
    }

    @Test
    void comesBackFromABackup() throws SQLException {
        String zip = folder.resolve("backup.zip").toString();
        try (Connection connection = connect("a");
                Connection other = connect("a")) {
            prepare(connection);
            underway(connection, other, "BACKUP TO '" + zip + "'");
        }
        Restore.execute(zip, folder.resolve("restored").toString(), "a");
        try (Connection connection = connect("restored/a")) {
            assertThat(Rows.of(connection, MANY)).hasSize(500);
        }
    }

    @Test
    void survivesShutdown() throws SQLException {
        try (Connection connection = connect("a");
                Connection other = connect("a")) {
            prepare(connection);
            try (Statement statement = connection.createStatement()) {
                ResultSet rows = statement.executeQuery(MANY);
                rows.next();
                Masks.execute(other, "SHUTDOWN");
                assertThatFails("reading on", () -> {
                    while (rows.next()) {
                        rows.getBytes(1);
                    }
                });
            }
        }
        try (Connection connection = connect("a")) {
            assertThat(Rows.of(connection, MANY)).hasSize(500);
        }
    }

    @Test
    void isSeenByOtherProcessesWhateverItsVersionWas() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/mem:" + java.util.UUID.randomUUID();
        try (Connection first = DriverManager.getConnection(url, "sa", "");
                Connection second = DriverManager.getConnection(url, "sa", "")) {
            Masks.create(first, "MASK");
            assertMasks(second, "MASK");

            Masks.execute(first, "DROP ALL OBJECTS");
            Masks.create(first, "OTHER");

            assertMasks(second, "OTHER");
            assertThatSqlFails(second, "SELECT MASK(X'00')").hasCode(90022);
        } finally {
            server.stop();
        }
    }

    /** The process that runs the server has the database open itself, and looks at nothing but H2's counters. */
    @Test
    void isSeenByTheServersOwnConnections() throws SQLException {
        Server server = Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-ifNotExists",
                        "-baseDir",
                        folder.toAbsolutePath().toString())
                .start();
        try (Connection own = connect("a");
                Connection remote = DriverManager.getConnection(
                        "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/./a", "sa", "")) {
            Masks.create(own, "MASK");
            assertMasks(remote, "MASK");

            Masks.create(remote, "OTHER");
            assertMasks(own, "OTHER");
            Masks.execute(remote, "DROP FUNCTION MASK");
            assertThatSqlFails(own, "SELECT MASK(X'00')").hasCode(90022);
        } finally {
            server.stop();
        }
    }

    @Test
    void letsReplacedComponentsGoWithTheirLastQuery() throws SQLException {
        try (Connection connection = connect("a");
                Connection other = connect("a")) {
            prepare(connection);
            Set<String> before = digests(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(MANY)) {
                rows.next();
                Masks.create(other, "MASK", "telemetry-rust");

                assertThat(digests(connection)).hasSize(1).doesNotContainAnyElementsOf(before);
                assertThat(rows.next()).isTrue();
                assertThat(NacreDatabase.liveInstances()).isEqualTo(1);
            }
            assertThat(NacreDatabase.liveInstances()).isZero();
            Masks.execute(other, "DROP FUNCTION MASK");
            assertThat(digests(connection)).isEmpty();
        }
    }

    private static Set<String> digests(Connection connection) throws SQLException {
        return connection.unwrap(NacreConnection.class).database().library().digests();
    }
}
