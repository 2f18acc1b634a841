package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** WITH (...): what a component and a function set for themselves holds for their calls, the smallest of all. */
class OptionsTest {
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
    }

    @Test
    void holdACallOfTheFunctionThatSetsThem() throws SQLException {
        Sql.execute(
                connection,
                "CREATE FUNCTION SPIN LANGUAGE WASM AS " + Sql.bytes("hostile")
                        + " EXPORT 'spin' WITH (call_timeout = '150 ms')");

        assertThatSqlFails(connection, "SELECT SPIN()")
                .hasState("57014")
                .hasMessageContaining("150 ms")
                .leavesUsable(connection);
    }

    @Test
    void holdAllFunctionsOfAComponentUnlessOneSetsLess() throws SQLException {
        Sql.execute(
                connection,
                "CREATE COMPONENT H FROM " + Sql.bytes("hostile") + " WITH (call_timeout = '150 ms')",
                "CREATE FUNCTION LONGER LANGUAGE WASM FROM H EXPORT 'spin' WITH (call_timeout = '10 s')",
                "CREATE FUNCTION SHORTER LANGUAGE WASM FROM H EXPORT 'spin' WITH (call_timeout = 70)");

        assertThatSqlFails(connection, "SELECT LONGER()").hasState("57014").hasMessageContaining("150 ms");
        assertThatSqlFails(connection, "SELECT SHORTER()").hasState("57014").hasMessageContaining("70 ms");
    }

    @Test
    void holdLoadingAndStarting() throws SQLException {
        assertThatSqlFails(
                        connection,
                        "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-rust") + " WITH (component_bytes = '1 KiB')")
                .hasState("54000")
                .hasMessageContaining("component_bytes");
        assertThatSqlFails(
                        connection,
                        "CREATE FUNCTION F LANGUAGE WASM AS " + Sql.bytes("telemetry-rust")
                                + " WITH (memory = '64 KiB')")
                .hasState("54000")
                .hasMessageContaining("memory");
        assertThatSqlFails(
                        connection,
                        "CREATE COMPONENT C FROM " + Sql.bytes("spin-at-start") + " WITH (call_timeout = '100 ms')")
                .hasState("57014")
                .hasMessageContaining("100 ms");
    }

    @Test
    void doNotGoBeyondThisJvm() throws SQLException {
        assertThatSqlFails(
                        connection,
                        "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-c") + " WITH (call_timeout = '2 h')")
                .hasState("22023")
                .hasMessageContaining("at most 1 h");
        Sql.execute(
                connection,
                "CREATE FUNCTION MASK LANGUAGE WASM AS " + Sql.bytes("telemetry-c"),
                "UPDATE NACRE.CATALOG_FUNCTION SET OPTIONS = 'call_timeout = ''no time'''",
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1",
                "CREATE TABLE CHANGES_THE_SCHEMA(ID INT)");

        assertThatSqlFails(connection, "SELECT MASK(X'01')")
                .hasState("XX000")
                .hasMessageContaining("setting 'call_timeout': expected a duration");
    }
}
