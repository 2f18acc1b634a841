package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Settings that bound the work of guests, exceeded from SQL: the state, the message, and a connection that works on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TimeBoundsTest extends BoundsFixture {
    @Test
    void boundsTheTimeOfACall() throws SQLException {
        create("SPIN", "hostile", "spin");
        execute("SET NACRE.CALL_TIMEOUT = '100 ms'");

        assertThatSqlFails(connection, "SELECT SPIN()")
                .hasState("57014")
                .hasMessage(
                        "function 'PUBLIC.SPIN': guest code ran longer than call_timeout 100 ms; raise call_timeout")
                .leavesUsable(connection);
    }

    @Test
    void boundsTheTimeOfAStatement() throws SQLException {
        create("SPIN", "hostile", "spin");
        execute("EXPLAIN SELECT SPIN()"); // planning has the same time, and the first plan of a JVM takes long
        execute("SET NACRE.TIMEOUT = '200 ms'");

        assertThatSqlFails(connection, "SELECT SPIN()")
                .hasState("57014")
                .hasMessage("function 'PUBLIC.SPIN': the statement ran longer than its timeout 200 ms; raise it")
                .leavesUsable(connection);
    }

    @Test
    void takesTheQueryTimeoutOfJdbcForTheTimeOfAStatement() throws SQLException {
        create("SPIN", "hostile", "spin");
        execute("SET NACRE.TIMEOUT = '1 h'");
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);

            assertThatFails(
                            "spinning",
                            () -> statement.executeQuery("SELECT SPIN()").next())
                    .hasState("57014")
                    .hasMessage("function 'PUBLIC.SPIN': the statement ran longer than its timeout 1 s; raise it")
                    .leavesUsable(connection);
        }
    }

    /** H2 groups for minutes before it gives a row, and asks nobody. */
    @Test
    void boundsTheTimeOfAStatementInsideH2() throws SQLException {
        mask();
        execute("SET NACRE.TIMEOUT = '300 ms'");

        assertThatSqlFails(connection, "SELECT MASK(P) FROM (SELECT P FROM R, SYSTEM_RANGE(1, 1000000000) GROUP BY P)")
                .hasState("57014")
                .hasMessage("statement: it ran longer than its timeout 300 ms; raise it")
                .leavesUsable(connection);
    }

    /** The client may think as long as it likes between two rows. */
    @Test
    void countsNoTimeOutsideOfExecuteAndNext() throws Exception {
        mask();
        execute("SET NACRE.TIMEOUT = '3 s'");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MASK(P) FROM R")) {
            assertThat(rows.next()).isTrue();
            Thread.sleep(3_500);
            int count = 1;
            while (rows.next()) {
                count++;
            }
            assertThat(count).isEqualTo(1_000);
        }
    }

    @Test
    void boundsTheTimeOfACompilation() throws SQLException {
        execute("SET NACRE.COMPILE_TIMEOUT = '30 ms'");
        byte[] component = neverLoaded("json-rust");

        assertThatSqlFails(connection, create("PARSE", component, "pretty"))
                .hasState("57014")
                .hasMessageContaining(" compil")
                .leavesUsable(connection);

        execute("SET NACRE.COMPILE_TIMEOUT = NULL");
        assertThatSqlFails(connection, create("PARSE", component, "no-such"))
                .as("the bytes that took too long are given more time now")
                .hasState("42P13");
    }

    @Test
    void boundsFuel() throws SQLException {
        create("SPIN", "hostile", "spin");
        execute("SET NACRE.FUEL = 100000");

        assertThatSqlFails(connection, "SELECT SPIN()")
                .hasState("53400")
                .hasMessage("function 'PUBLIC.SPIN': guest code used up fuel 100000; raise fuel for more work")
                .leavesUsable(connection);
    }

    @Test
    void boundsTheDepthOfCalls() throws SQLException {
        create("RECURSE", "hostile", "recurse");
        execute("SET NACRE.CALL_DEPTH = 50");

        assertThatSqlFails(connection, "SELECT RECURSE(100)")
                .hasState("38N01")
                .hasMessageContaining("more than 50 nested calls (setting call_depth)")
                .leavesUsable(connection);
        assertThat(Rows.of(connection, "SELECT RECURSE(10)")).hasSize(1);
    }
}
