package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.Guests;
import dev.nacre.testkit.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that bound what a statement holds and gives, exceeded from SQL: the state, the message, and a connection that works on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BoundsTest extends BoundsFixture {
    @Test
    void boundsTheMemoryThatAnInstanceStartsWith() throws SQLException {
        mask();
        execute("SET NACRE.MEMORY = '64 KiB'");

        assertThatSqlFails(connection, "SELECT MASK(P) FROM R")
                .hasState("53200")
                .hasMessage("function 'PUBLIC.MASK': the guest starts with 17 pages of 64 KiB of memory, at most 65536"
                        + " bytes allowed (setting memory)")
                .leavesUsable(connection);
    }

    /** Whoever gets no memory traps; why is not the guest's to say. */
    @Test
    void saysWhatMayHaveMadeAGuestTrap() throws SQLException {
        mask();
        execute("SET NACRE.MEMORY = '1088 KiB'");

        assertThatSqlFails(connection, "SELECT MASK(CAST(REPEAT('00', 500000) AS VARBINARY))")
                .hasState("38N01")
                .hasMessageStartingWith("function 'PUBLIC.MASK': ")
                .hasMessageEndingWith(
                        "; before that it asked for more memory, at most 1114112 bytes allowed (setting memory)")
                .leavesUsable(connection);
    }

    /** What a statement was stopped in taking is there for the next: the JVM's budget is one for all of them. */
    @Test
    void givesBackMemoryThatAStoppedGuestAskedFor() throws SQLException {
        create("ALLOCATE", "hostile", "allocate");
        int asked = 14 << 20;
        long most = Runtime.getRuntime().maxMemory() / 2 / asked + 1;
        execute("SET NACRE.FUEL = 1000");
        for (int i = 0; i < most; i++) {
            assertThatSqlFails(connection, "SELECT ALLOCATE(" + asked + ")")
                    .hasState("53400")
                    .hasMessageContaining("used up fuel 1000");
        }
        execute("SET NACRE.FUEL = NULL");

        assertThat(Rows.single(connection, "SELECT ALLOCATE(" + asked + ")")).isEqualTo((asked >> 16) + 1L);
    }

    @Test
    void boundsTheMemoryOfAllInstances() throws SQLException {
        mask();
        create("MASK2", "telemetry-c", "handle-data");
        execute("SET NACRE.QUERY_MEMORY = '1089 KiB'");

        assertThat(Rows.of(connection, "SELECT MASK(P) FROM R")).hasSize(1_000);
        assertThatSqlFails(connection, "SELECT MASK(P), MASK2(P) FROM R")
                .hasState("53200")
                .hasMessageEndingWith(", at most 1115136 bytes allowed (setting query_memory)")
                .leavesUsable(connection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT MASK(P) FROM R, SYSTEM_RANGE(1, 100) ORDER BY 1",
                "SELECT MASK(P), X, COUNT(*) FROM R, SYSTEM_RANGE(1, 100) GROUP BY MASK(P), X",
                "SELECT DISTINCT MASK(P), X FROM R, SYSTEM_RANGE(1, 100)",
                "SELECT COUNT(DISTINCT MASK(CAST(RAWTOHEX(X * 1000 + ID) AS VARBINARY))) FROM R, SYSTEM_RANGE(1, 100)",
                "SELECT MASK(P), X FROM R, SYSTEM_RANGE(1, 100) EXCEPT SELECT MASK(P), 0 FROM R",
                "SELECT A.ID FROM R A JOIN (SELECT P, X FROM R, SYSTEM_RANGE(1, 100)) B ON MASK(A.P) = MASK(B.P)",
                "SELECT A.ID FROM R A JOIN (SELECT P, X FROM R, SYSTEM_RANGE(1, 100)) B ON MASK(A.P) < MASK(B.P)",
                "SELECT ID FROM R WHERE P IN (SELECT MASK(P) FROM R, SYSTEM_RANGE(1, 100))",
            })
    void boundsTheRowsThatAreKept(String sql) throws SQLException {
        mask();
        execute("SET NACRE.QUERY_MEMORY = '2 MiB'");

        assertThatSqlFails(connection, sql)
                .hasState("53200")
                .hasMessageMatching(
                        "statement: keeps \\d+ bytes of rows to sort, group, compare, join or scroll over them, and"
                                + " (0|1114400) in its guests, at most 2097152 bytes allowed \\(setting query_memory\\); select fewer or"
                                + " shorter values, or raise it")
                .leavesUsable(connection);
    }

    @Test
    void boundsTheRowsOfAScrollableResult() throws SQLException {
        mask();
        execute("SET NACRE.QUERY_MEMORY = '2 MiB'");
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            assertThatFails("scrolling", () -> statement.executeQuery("SELECT MASK(P) FROM R, SYSTEM_RANGE(1, 100)"))
                    .hasState("53200")
                    .hasMessageContaining("setting query_memory")
                    .leavesUsable(connection);
        }
    }

    /** What a function sets for its calls holds for no other's, what it sets for statements for all that call it. */
    @Test
    void boundsEachFunctionByWhatItSets() throws SQLException {
        mask();
        String hostile = create("DEEP", Guests.bytes("hostile"), "recurse");
        execute(hostile);
        execute(hostile.replace("DEEP", "FLAT") + " WITH (call_depth = 50)");
        execute(create("FEW", Guests.bytes("telemetry-rust"), "handle-data")
                + " WITH (groups = 5, memory = '1088 KiB')");

        assertThat(Rows.of(connection, "SELECT FLAT(10), DEEP(100), FLAT(10), MASK(P), FEW(P) FROM R"))
                .hasSize(1_000);
        assertThatSqlFails(connection, "SELECT DEEP(100), FLAT(100)")
                .hasState("38N01")
                .hasMessageStartingWith("function 'PUBLIC.FLAT': more than 50 nested calls");
        assertThatSqlFails(connection, "SELECT FEW(P), COUNT(*) FROM R GROUP BY FEW(P)")
                .hasState("53400")
                .hasMessageContaining("at most 5 allowed (setting groups)");
        assertThat(Rows.of(connection, "SELECT MASK(P), COUNT(*) FROM R GROUP BY MASK(P)"))
                .hasSize(1_000);
        assertThatSqlFails(connection, "SELECT FEW(CAST(REPEAT('00', 500000) AS VARBINARY))")
                .hasState("38N01")
                .hasMessageContaining("at most 1114112 bytes allowed (setting memory)");
        assertThat(Rows.of(connection, "SELECT MASK(CAST(REPEAT('00', 500000) AS VARBINARY))"))
                .hasSize(1);
    }

    @Test
    void boundsGroups() throws SQLException {
        mask();
        execute("SET NACRE.GROUPS = 10");

        assertThat(Rows.of(connection, "SELECT MASK(P), COUNT(*) FROM R WHERE ID <= 10 GROUP BY MASK(P)"))
                .hasSize(10);
        assertThatSqlFails(connection, "SELECT MASK(P), COUNT(*) FROM R GROUP BY MASK(P)")
                .hasState("53400")
                .hasMessage(
                        "GROUP BY: more than 10 groups, at most 10 allowed (setting groups); group by less, or raise it")
                .leavesUsable(connection);
    }

    @Test
    void boundsInstances() throws SQLException {
        mask();
        create("MASK2", "telemetry-rust", "handle-data");
        execute("SET NACRE.INSTANCES = 1");

        assertThat(Rows.of(connection, "SELECT MASK(P), MASK(P) FROM R")).hasSize(1_000);
        assertThatSqlFails(connection, "SELECT MASK(P), MASK2(P) FROM R")
                .hasState("53400")
                .hasMessage("function 'PUBLIC.MASK2': the statement has 1 instances open, at most 1 allowed (setting"
                        + " instances); call fewer functions in one statement, or raise it")
                .leavesUsable(connection);
    }

    @Test
    void boundsWhatACallTakesOut() throws SQLException {
        create("AMPLIFY", "liar", "amplify");
        execute("SET NACRE.OUTPUT_BYTES = 1000");

        assertThatSqlFails(connection, "SELECT AMPLIFY(2, 600)")
                .hasState("53400")
                .hasMessageEndingWith(
                        "a call takes more than 1000 bytes out of guest memory (setting output_bytes); pass less in one call")
                .leavesUsable(connection);
    }

    @Test
    void boundsHandles() throws SQLException {
        create("PRINT", "probe-rust", "print");
        execute("SET NACRE.HANDLES = 0");

        assertThatSqlFails(connection, "SELECT PRINT('x')")
                .hasState("53400")
                .hasMessageContaining("the guest holds 0 open handles, at most 0 allowed (setting handles)")
                .leavesUsable(connection);
    }

    /** What one function may have is not there for each of them again. */
    @Test
    void boundsTheHandlesOfAllInstances() throws SQLException {
        create("PRINT", "probe-rust", "print");
        create("PRINT2", "probe-rust", "print");
        int enough = 1;
        while (!prints(enough, "PRINT('x')")) {
            enough++;
        }

        assertThat(prints(2 * enough, "PRINT('x'), PRINT2('y')")).isTrue();
        assertThat(prints(enough, "PRINT('x'), PRINT2('y')")).isFalse();
        assertThatSqlFails(connection, "SELECT PRINT('x'), PRINT2('y')")
                .hasState("53400")
                .hasMessageStartingWith("function 'PUBLIC.PRINT2': ")
                .hasMessageContaining("the guests of the statement hold " + enough + " open handles, at most " + enough
                        + " allowed (setting handles)")
                .leavesUsable(connection);
    }

    private boolean prints(int handles, String calls) throws SQLException {
        execute("SET NACRE.HANDLES = " + handles);
        try {
            return Rows.of(connection, "SELECT " + calls).size() == 1;
        } catch (SQLException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"LOG_LINES, 3", "LOG_BYTES, 500"})
    void boundsTheLog(String setting, long most) throws SQLException {
        create("FLOOD", "hostile", "log-flood");
        execute("SET NACRE." + setting + " = " + most);

        assertThat(Rows.of(connection, "SELECT FLOOD(1000)")).hasSize(1);

        assertThat(connection.unwrap(NacreConnection.class).lastQueryLog()).hasSizeBetween(1, 20);
    }

    /** The bytes are used up before the lines are, and no line fits exactly: nothing goes anywhere from there on. */
    @Test
    void logsNoMoreThanTheBoundAnywhere() throws SQLException {
        mask();
        create("FLOOD", "hostile", "log-flood");
        assertThat(Rows.of(connection, "SELECT MASK(X'0102')")).hasSize(1);
        long kept = (64 << 10) / 100;

        assertThat(Rows.of(connection, "SELECT FLOOD(20000)")).hasSize(1);

        String note = 20_000 - kept + " more lines were not kept (settings log_lines, log_bytes; raise them)";
        assertThat(connection.unwrap(NacreConnection.class).lastQueryLog())
                .hasSize((int) kept + 1)
                .endsWith("warn: " + note);
        assertThat(Rows.of(
                        connection,
                        "SELECT FUNCTION_NAME, COUNT(*), MAX(MESSAGE) FILTER (WHERE LOG_LEVEL = 'warn') FROM NACRE.LOG"
                                + " WHERE FUNCTION_NAME = 'FLOOD' GROUP BY FUNCTION_NAME"))
                .containsExactly(List.of("FLOOD", kept + 1, note));
        assertThat(Rows.of(connection, "SELECT 1 FROM NACRE.LOG WHERE FUNCTION_NAME = 'MASK'"))
                .as("lines of other statements")
                .isNotEmpty();
    }
}
