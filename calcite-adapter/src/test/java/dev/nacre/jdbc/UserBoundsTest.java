package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all statements of a user may have together, which leaves others theirs. */
@Timeout(120)
class UserBoundsTest {
    private static final String INSTANCES = ServerMaxima.PREFIX + "user_instances";
    private static final String MEMORY = ServerMaxima.PREFIX + "user_memory";
    private static final String ROWS = "SELECT F(X) FROM SYSTEM_RANGE(1, 100000)";

    @RegisterExtension
    final LeakCheck leaks = Leaks.check();

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(INSTANCES);
        System.clearProperty(MEMORY);
    }

    private static Connection connect(Place.Opened database, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:nacre:h2:" + database.url(), user, "secret");
    }

    private static Place.Opened open(Path folder) throws SQLException {
        Place.Opened database = Place.MEMORY.open(folder);
        Masks.execute(database.first(), "CREATE USER ONE PASSWORD 'secret'");
        Masks.execute(database.first(), "CREATE USER TWO PASSWORD 'secret'");
        Masks.create(database.first(), "MASK");
        return database;
    }

    @Test
    void boundInstances() throws SQLException {
        System.setProperty(INSTANCES, "2");
        try (Place.Opened database = open(folder);
                Connection first = connect(database, "ONE");
                Connection second = connect(database, "ONE");
                Connection other = connect(database, "TWO");
                Statement statement = first.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            rows.next();
            assertThat(Rows.single(second, "SELECT F(3)")).isEqualTo(7L);
            assertThatSqlFails(second, "SELECT F(3), MASK(X'00')")
                    .hasState("53400")
                    .hasMessageContaining("the statements of this user have 2 instances open together")
                    .hasMessageContaining("-Dnacre.max.user_instances")
                    .leavesUsable(second);
            assertThat(Rows.of(other, "SELECT F(3), MASK(X'00')")).hasSize(1);
            rows.close();
            assertThat(Rows.of(second, "SELECT F(3), MASK(X'00')")).hasSize(1);
        }
    }

    @Test
    void boundMemory() throws SQLException {
        System.setProperty(MEMORY, "5 MiB");
        String sorted = "SELECT F(X) FROM SYSTEM_RANGE(1, 20000) ORDER BY F(X)"; // about 3 MiB
        try (Place.Opened database = open(folder);
                Connection first = connect(database, "ONE");
                Connection second = connect(database, "ONE");
                Connection other = connect(database, "TWO");
                Statement statement = first.createStatement();
                ResultSet rows = statement.executeQuery(sorted)) {
            rows.next();
            assertThatSqlFails(second, sorted)
                    .hasState("53200")
                    .hasMessageContaining("-Dnacre.max.user_memory")
                    .leavesUsable(second);
            assertThat(Rows.of(other, sorted)).hasSize(20_000);
            rows.close();
            assertThat(Rows.of(second, sorted)).hasSize(20_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_memory",
                "server_memory",
                "user_instances",
                "server_instances",
                "user_compilations",
                "server_compilations"
            })
    void areSetByTheJvmAlone(String setting) throws SQLException {
        try (Place.Opened database = open(folder)) {
            assertThatSqlFails(database.first(), "SET NACRE." + setting + " = 1")
                    .hasState("22023")
                    .hasMessageContaining("only whoever starts the JVM sets it, with -Dnacre.max." + setting);
            assertThatSqlFails(
                            database.first(),
                            "CREATE OR REPLACE FUNCTION F LANGUAGE WASM AS " + Masks.bytes("shapes-rust")
                                    + " EXPORT 'scale-long' WITH (" + setting + " = 1)")
                    .hasState("22023");
        }
    }
}
