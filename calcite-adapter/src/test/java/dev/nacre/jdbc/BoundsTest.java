package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.H2Rows;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting, exceeded from SQL: the state, the message, and a connection that works on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BoundsTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = LeakCheck.builder()
            .counter("live instances", NacreDatabase::liveInstances)
            .counter("open results of H2", H2Rows::openResults)
            .build();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private static Connection keeper;
    private Connection connection;

    /** Keeps a component loaded between the tests. */
    @BeforeAll
    static void keepLoaded() throws SQLException {
        keeper = DriverManager.getConnection("jdbc:nacre:h2:mem:");
        try (Statement statement = keeper.createStatement()) {
            statement.execute(create("MASK", Guests.bytes("telemetry-rust"), "handle-data"));
        }
    }

    @AfterAll
    static void letGo() throws SQLException {
        keeper.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        execute("CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY)");
        execute("INSERT INTO R SELECT X, CAST(RAWTOHEX(CAST(X AS VARCHAR)) AS VARBINARY) FROM SYSTEM_RANGE(1, 1000)");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String create(String name, byte[] component, String export) {
        return "CREATE FUNCTION " + name + " LANGUAGE WASM AS X'"
                + HexFormat.of().formatHex(component) + "' EXPORT '" + export + "'";
    }

    private void create(String name, String guest, String export) throws SQLException {
        execute(create(name, Guests.bytes(guest), export));
    }

    private void mask() throws SQLException {
        create("MASK", "telemetry-rust", "handle-data");
    }

    /** Returns the same component with other bytes: one that no test has loaded. */
    private static byte[] neverLoaded(String guest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Guests.bytes(guest));
        byte[] nonce = new byte[8];
        ThreadLocalRandom.current().nextBytes(nonce);
        bytes.writeBytes(new byte[] {0, 10, 1, 'n'});
        bytes.writeBytes(nonce);
        return bytes.toByteArray();
    }

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

    @Test
    void boundsTheMemoryOfAllInstances() throws SQLException {
        mask();
        create("MASK2", "telemetry-c", "handle-data");
        execute("SET NACRE.QUERY_MEMORY = '1088 KiB'");

        assertThat(Rows.of(connection, "SELECT MASK(P) FROM R")).hasSize(1_000);
        assertThatSqlFails(connection, "SELECT MASK(P), MASK2(P) FROM R")
                .hasState("53200")
                .hasMessageEndingWith(", at most 1114112 bytes allowed (setting query_memory)")
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
                                + " (0|1114112) in its guests, at most 2097152 bytes allowed \\(setting query_memory\\); select fewer or"
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

    @ParameterizedTest
    @CsvSource({"LOG_LINES, 3", "LOG_BYTES, 500"})
    void boundsTheLog(String setting, long most) throws SQLException {
        create("FLOOD", "hostile", "log-flood");
        execute("SET NACRE." + setting + " = " + most);

        assertThat(Rows.of(connection, "SELECT FLOOD(1000)")).hasSize(1);

        assertThat(connection.unwrap(NacreConnection.class).lastQueryLog()).hasSizeBetween(1, 20);
    }

    @Test
    void boundsTheBytesOfAComponent(@TempDir Path folder) throws SQLException {
        execute("SET NACRE.COMPONENT_BYTES = 1000");
        byte[] bytes = Guests.bytes("telemetry-rust");
        Path file = Guests.file("telemetry-rust", folder);

        assertThatSqlFails(connection, create("MASK", bytes, "handle-data"))
                .hasState("54000")
                .hasMessage("function 'PUBLIC.MASK': the component has " + bytes.length
                        + " bytes, at most 1000 allowed (setting component_bytes)")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "CREATE FUNCTION MASK LANGUAGE WASM AS 'file:" + file + "'")
                .hasState("54000")
                .hasMessage("component 'file:" + file
                        + "': it has more than 1000 bytes, at most so many allowed (setting component_bytes); raise it, or"
                        + " strip the component of debug information");
        try (PreparedStatement statement = connection.prepareStatement("CREATE FUNCTION MASK LANGUAGE WASM AS ?")) {
            statement.setBytes(1, bytes);
            assertThatFails("creating", statement::execute).hasState("54000");
        }
    }

    /** Guests of which each cap is exceeded when nothing is allowed. */
    @ParameterizedTest
    @CsvSource({
        "component_instances, telemetry-rust",
        "core_modules, telemetry-rust",
        "value_depth, telemetry-rust",
        "types, telemetry-rust",
        "type_function_pairs, telemetry-rust",
        "parameters, telemetry-rust",
        "results, telemetry-rust",
        "imports, telemetry-rust",
        "exports, telemetry-rust",
        "functions, telemetry-rust",
        "body_bytes, telemetry-rust",
        "function_locals, telemetry-rust",
        "locals, telemetry-rust",
        "branch_targets, telemetry-rust",
        "all_branch_targets, telemetry-rust",
        "nesting, telemetry-rust",
        "globals, telemetry-rust",
        "tables, telemetry-rust",
        "table_elements, telemetry-rust",
        "memories, telemetry-rust",
        "segments, telemetry-rust",
        "name_bytes, telemetry-rust",
        "memory, telemetry-rust"
    })
    void boundsTheStructureOfAComponent(String setting, String guest) throws SQLException {
        execute("SET NACRE." + setting + " = 0");

        assertThatSqlFails(connection, create("MASK", Guests.bytes(guest), "handle-data"))
                .hasState("54000")
                .hasMessageContaining(", at most 0 allowed (setting " + setting + ")")
                .leavesUsable(connection);

        execute("SET NACRE." + setting + " = NULL");
        execute(create("MASK", Guests.bytes(guest), "handle-data"));
    }

    /** Whoever created a function was held to the caps; who calls it need not be as generous. */
    @Test
    void holdsNobodyToCapsWhoOnlyCalls() throws SQLException {
        mask();
        execute("SET NACRE.FUNCTIONS = 0");

        assertThat(Rows.of(connection, "SELECT MASK(P) FROM R")).hasSize(1_000);
        assertThatSqlFails(connection, create("MASK2", Guests.bytes("telemetry-rust"), "handle-data"))
                .as("though the component is loaded")
                .hasState("54000");
    }
}
