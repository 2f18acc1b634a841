package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nacre.adapter.Leaks;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SETTINGS, FUNCTION_STATS and LOG: all of H2's SQL works on them, and nobody sees what is another's. */
class RuntimeViewsTest {
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

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void create(Connection connection, String name, String guest, String export) throws SQLException {
        execute(
                connection,
                "CREATE FUNCTION " + name + " LANGUAGE WASM AS X'"
                        + HexFormat.of().formatHex(Guests.bytes(guest)) + "' EXPORT '" + export + "'");
    }

    @Test
    void showsTheSettingsOfTheSession() throws SQLException {
        execute(connection, "SET NACRE.CALL_TIMEOUT = '200 ms'");

        assertThat(Rows.of(connection, "SELECT * FROM NACRE.SETTINGS WHERE SETTING_NAME = ?", "call_timeout"))
                .containsExactly(List.of(
                        "call_timeout",
                        "200 ms",
                        "ms",
                        "5 s",
                        "1 h",
                        "57014",
                        "time that one call spends in guest code"));
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.SETTINGS"))
                .isEqualTo((long) SqlSetting.values().length);
        assertThat(Rows.single(connection, "SELECT SQL_STATE FROM NACRE.SETTINGS WHERE SETTING_NAME = 'log_lines'"))
                .isNull();
        assertThat(Rows.single(database.connect(), "SELECT SETTING_VALUE FROM NACRE.SETTINGS LIMIT 1"))
                .as("another session")
                .isEqualTo("5 s");
    }

    /** Each gives the value of the setting memory, in H2's SQL and through H2's joins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select setting_value from nacre.settings where setting_name = 'memory'",
                "SELECT \"SETTING_VALUE\" FROM \"NACRE\".\"SETTINGS\" WHERE SETTING_NAME = 'memory'",
                "SELECT SETTINGS.SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTINGS.SETTING_NAME = 'memory'",
                "SELECT NACRE.SETTINGS.SETTING_VALUE FROM NACRE . SETTINGS WHERE NACRE.SETTINGS.SETTING_NAME = 'memory'",
                "SELECT S.SETTING_VALUE FROM NACRE.SETTINGS S WHERE S.SETTING_NAME = 'memory'",
                "SELECT S.SETTING_VALUE FROM NACRE.SETTINGS AS \"S\" WHERE S.SETTING_NAME = 'memory'",
                "SELECT B FROM NACRE.SETTINGS S(A, B, C, D, E, F, G) WHERE A = 'memory'",
                "SELECT V FROM N JOIN NACRE.SETTINGS ON SETTINGS.SETTING_NAME = V LEFT JOIN NACRE.SETTINGS X ON X.SETTING_NAME = V"
                        + " WHERE FALSE UNION SELECT SETTING_VALUE FROM N, NACRE.SETTINGS WHERE V = SETTING_NAME",
                "SELECT SETTING_VALUE FROM (N CROSS JOIN NACRE.SETTINGS) WHERE V = SETTING_NAME",
                "SELECT (SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME = V) FROM N",
                "WITH C AS (SELECT * FROM NACRE.SETTINGS) SELECT SETTING_VALUE FROM C WHERE SETTING_NAME = 'memory'",
                "SELECT SETTING_VALUE FROM NACRE.SETTINGS /* ' */ WHERE SETTING_NAME = 'memory' -- NACRE.LOG",
                "(SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME IN (SELECT V FROM N) ORDER BY 1 FETCH FIRST ROW ONLY)",
                "SELECT MAX(SETTING_VALUE) FROM NACRE.SETTINGS WHERE SETTING_NAME = 'memory' GROUP BY UNIT HAVING COUNT(*) = 1",
            })
    void isATableToAllOfSql(String sql) throws SQLException {
        execute(connection, "CREATE TABLE N(V VARCHAR)");
        execute(connection, "INSERT INTO N VALUES 'memory'");

        assertThat(Rows.single(connection, sql)).isEqualTo("16 MiB");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("16 MiB");
            assertThat(rows.getStatement()).isSameAs(statement);
        }
    }

    @Test
    void isFoundInTheCurrentSchemaAndOnTheSearchPath() throws SQLException {
        assertThatSqlFails(connection, "SELECT COUNT(*) FROM SETTINGS").hasState("42S04");
        execute(connection, "CREATE SCHEMA NACRE");
        execute(connection, "SET SCHEMA_SEARCH_PATH PUBLIC, NACRE");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM FUNCTION_STATS"))
                .isEqualTo(0L);

        execute(connection, "SET SCHEMA NACRE");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM LOG")).isEqualTo(0L);
        assertThat(Rows.single(connection, "WITH LOG AS (SELECT 7 X) SELECT X FROM LOG"))
                .isEqualTo(7);
        assertThat(Rows.single(connection, "SELECT LOG(1) FROM LOG RIGHT JOIN (VALUES 1) ON TRUE"))
                .isEqualTo(0.0);
    }

    /** LOG is a column here, though schema NACRE is on the search path. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT X FROM N WHERE X IS DISTINCT FROM LOG | [[1]]",
                "SELECT X IS NOT DISTINCT FROM LOG FROM N | [[false]]",
                "SELECT X FROM N WHERE X NOT IN (SELECT 7 WHERE X IS DISTINCT FROM LOG) | [[1]]",
                "SELECT TRIM('2' FROM LOG) FROM N | [[]]",
                "SELECT N.X FROM N JOIN (VALUES 1) ON X IS DISTINCT FROM LOG AND TRIM('2' FROM LOG) = '' | [[1]]",
                "SELECT X FROM N WHERE X IS DISTINCT FROM LOG AND 0 = (SELECT COUNT(*) FROM LOG) | [[1]]",
            })
    void isNoTableBehindOtherFroms(String sql, String rows) throws SQLException {
        execute(connection, "CREATE SCHEMA NACRE");
        execute(connection, "CREATE TABLE N(X INT, LOG INT)");
        execute(connection, "INSERT INTO N VALUES (1, 2)");
        execute(connection, "SET SCHEMA_SEARCH_PATH PUBLIC, NACRE");

        assertThat(Rows.of(connection, sql)).hasToString(rows);
    }

    @Test
    void standsBackForTablesOfTheDatabase() throws SQLException {
        execute(connection, "CREATE SCHEMA NACRE");
        execute(connection, "CREATE TABLE SETTINGS AS SELECT 'mine' S");
        execute(connection, "SET SCHEMA_SEARCH_PATH PUBLIC, NACRE");
        assertThat(Rows.single(connection, "SELECT S FROM SETTINGS")).isEqualTo("mine");
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.SETTINGS"))
                .isNotEqualTo(1L);

        execute(connection, "CREATE TABLE NACRE.SETTINGS AS SELECT 'theirs' S");
        assertThat(Rows.single(connection, "SELECT S FROM NACRE.SETTINGS")).isEqualTo("theirs");
        execute(connection, "DROP TABLE NACRE.SETTINGS");
        assertThat(Rows.single(connection, "SELECT SETTING_NAME FROM NACRE.SETTINGS LIMIT 1"))
                .isEqualTo("call_timeout");
        execute(connection, "CREATE LOCAL TEMPORARY TABLE NACRE.LOG(X INT)");
        assertThat(Rows.of(connection, "SELECT X FROM NACRE.LOG")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO NACRE.LOG VALUES (1) | 90079",
                "DELETE FROM NACRE.LOG | 42001",
                "SELECT NO_SUCH FROM NACRE.SETTINGS | 42S22",
                "SELECT * FROM NACRE.SETINGS | 90079",
                "SELECT * FROM NOWHERE.NACRE.SETTINGS | 90079",
                "CREATE VIEW V AS SELECT * FROM NACRE.LOG | 0A000",
                "CREATE OR REPLACE FORCE VIEW V AS SELECT * FROM NACRE.LOG | 0A000",
            })
    void refusesWhatIsNoQuery(String sql, String state) throws SQLException {
        assertThatSqlFails(connection, sql).hasState(state).leavesUsable(connection);
    }

    @Test
    void bringsItsRowsOnlySoManyTimes() throws SQLException {
        String many = "SELECT 1 FROM NACRE.SETTINGS WHERE FALSE";
        String mention = " UNION ALL SELECT 1 FROM NACRE.SETTINGS WHERE FALSE";

        assertThat(Rows.of(connection, many + mention.repeat(15))).isEmpty();
        assertThatSqlFails(connection, many + mention.repeat(20_000))
                .hasState("0A000")
                .hasMessageContaining("expected at most 16 in a statement, found 20001; keep the rows by CREATE TABLE")
                .leavesUsable(connection);
    }

    @Test
    void tellsErrorsInTheClientsWords() throws SQLException {
        assertThatSqlFails(connection, "SELECT NO_SUCH FROM NACRE.SETTINGS")
                .hasMessage("Column \"NO_SUCH\" not found; SQL statement:\nSELECT NO_SUCH FROM NACRE.SETTINGS [42122-"
                        + org.h2.engine.Constants.BUILD_ID + "]");
        assertThatSqlFails(connection, "SELECT '\u2603 \\' || \"SETTING_NAME\"\nFROM NACRE.SETTINGS WHERE\nORDER BY 1")
                .hasMessageStartingWith(
                        "Syntax error in SQL statement \"SELECT '\u2603 \\\\' || \"\"SETTING_NAME\"\"\\000aFROM"
                                + " NACRE.SETTINGS WHERE\\000a[*]ORDER BY 1\"; expected ");
    }

    @Test
    void describesWrongStatementsInTheClientsWords() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT NO_SUCH FROM NACRE.SETTINGS")) {
            String message = "Column \"NO_SUCH\" not found; SQL statement:\nSELECT NO_SUCH FROM NACRE.SETTINGS [42122-"
                    + org.h2.engine.Constants.BUILD_ID + "]";
            assertThatFails("describing it", statement::getMetaData).hasMessage(message);
            assertThatFails("describing its parameters", statement::getParameterMetaData)
                    .hasMessage(message)
                    .leavesUsable(connection);
        }
    }

    @Test
    void givesGeneratedKeys() throws SQLException {
        execute(connection, "CREATE TABLE KEPT(K INT GENERATED ALWAYS AS IDENTITY, V VARCHAR)");
        String sql =
                "INSERT INTO KEPT(V) SELECT SETTING_NAME FROM NACRE.SETTINGS WHERE SETTING_NAME IN ('fuel', 'memory')";
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement(sql, new String[] {"K"})) {
            statement.execute(sql, Statement.RETURN_GENERATED_KEYS);
            assertThat(Rows.all(statement.getGeneratedKeys())).hasToString("[[1], [2]]");
            assertThat(prepared.executeUpdate()).isEqualTo(2);
            assertThat(Rows.all(prepared.getGeneratedKeys())).hasToString("[[3], [4]]");
        }
    }

    @ParameterizedTest
    @CsvSource({"mem, false", "mem, true", "tcp, false", "tcp, true"})
    void isCancelledAsAStatementOfH2s(String where, boolean isPrepared) throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = where.equals("tcp") ? "tcp://localhost:" + server.getPort() + "/mem:cancelled" : "mem:";
        String sql = "SELECT SUM(LENGTH(SETTING_NAME) + X) FROM NACRE.SETTINGS, SYSTEM_RANGE(1, 10000000000)";
        try (Connection own = DriverManager.getConnection("jdbc:nacre:h2:" + url, "SA", "");
                PreparedStatement prepared = own.prepareStatement(sql);
                Statement statement = isPrepared ? prepared : own.createStatement()) {
            CompletableFuture<?> done = CompletableFuture.runAsync(() -> assertThatFails("the query", () -> {
                        if (isPrepared) {
                            prepared.executeQuery();
                        } else {
                            statement.executeQuery(sql);
                        }
                    })
                    .hasState("57014"));
            while (!done.isDone()) {
                statement.cancel();
                TimeUnit.MILLISECONDS.sleep(5);
            }
            done.get();
            assertThat(Rows.single(own, "SELECT 1")).isEqualTo(1);

            statement.setQueryTimeout(1);
            assertThatSqlFails(own, sql).hasState("57014").leavesUsable(own);
        } finally {
            server.stop();
        }
    }

    @Test
    void keepsRowsWhereTheStatementSaysSo() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE KEPT AS SELECT * FROM NACRE.SETTINGS; SELECT 1");
            assertThat(statement.executeUpdate("INSERT INTO KEPT SELECT * FROM NACRE.SETTINGS"))
                    .isEqualTo(SqlSetting.values().length);
            assertThatFails("updating by a query", () -> statement.executeUpdate("SELECT * FROM NACRE.SETTINGS"))
                    .hasState("90001");
            assertThatFails(
                            "querying by an update",
                            () -> statement.executeQuery("INSERT INTO KEPT SELECT * FROM NACRE.SETTINGS"))
                    .hasState("90002");
        }
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM KEPT")).isEqualTo(2L * SqlSetting.values().length);
    }

    @Test
    void takesRowsWhenAPreparedStatementRuns() throws SQLException {
        String sql = "SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME = ? OR SETTING_NAME = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
            assertThat(statement.getMetaData().getColumnLabel(1)).isEqualTo("SETTING_VALUE");
            assertThat(statement.getMetaData().getColumnType(1)).isEqualTo(Types.VARCHAR);
            statement.setString(1, "fuel");
            statement.setString(2, "no such");
            assertThat(Rows.all(statement.executeQuery())).containsExactly(List.of("none"));
            execute(connection, "SET NACRE.FUEL = 5000");
            assertThat(Rows.all(statement.executeQuery())).containsExactly(List.of("5000"));
        }
    }

    @Test
    void countsWhatFunctionsDo() throws SQLException {
        create(connection, "MASK", "telemetry-rust", "handle-data");
        create(connection, "TRAP", "hostile", "trap");
        create(connection, "SPIN", "hostile", "spin");
        Rows.of(connection, "SELECT MASK(CASE WHEN X <= 90 THEN X'0102' END) FROM SYSTEM_RANGE(1, 100)");
        Rows.of(connection, "SELECT MASK(X'03')");
        assertThatSqlFails(connection, "SELECT TRAP()").hasState("38N01");
        execute(connection, "SET NACRE.CALL_TIMEOUT = '50 ms'");
        assertThatSqlFails(connection, "SELECT SPIN()").hasState("57014");
        assertThatSqlFails(connection, "SELECT MASK(X'')").hasState("38000");

        assertThat(Rows.of(
                        connection,
                        "SELECT FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES, CALLS, ROW_COUNT, BATCHES, TRAPS,"
                                + " TIMEOUTS, LAST_ERROR FROM NACRE.FUNCTION_STATS ORDER BY FUNCTION_NAME"))
                .extracting(
                        row -> row.get(1),
                        row -> row.get(2),
                        row -> row.get(3),
                        row -> row.get(4),
                        row -> row.get(6),
                        row -> row.get(7))
                .containsExactly(
                        tuple("MASK", "BINARY VARYING", 92L, 102L, 0L, 0L),
                        tuple("SPIN", "", 1L, 1L, 0L, 1L),
                        tuple("TRAP", "", 1L, 1L, 1L, 0L));
        assertThat(Rows.single(connection, "SELECT LAST_ERROR FROM NACRE.FUNCTION_STATS WHERE FUNCTION_NAME = 'MASK'"))
                .asString()
                .contains("Payload cannot be empty");
        assertThat(Rows.of(
                        connection,
                        "SELECT * FROM NACRE.FUNCTION_STATS WHERE GUEST_NANOS <= 0 OR MARSHAL_NANOS < 0"
                                + " OR PEAK_MEMORY < 65536 OR USER_NAME <> CURRENT_USER"))
                .isEmpty();
    }

    @Test
    void remembersWhyAnInstanceCouldNotBeMade() throws SQLException {
        create(connection, "MASK", "telemetry-rust", "handle-data");
        execute(connection, "SET NACRE.MEMORY = '64 KiB'");
        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasState("53200");

        assertThat(Rows.single(connection, "SELECT LAST_ERROR FROM NACRE.FUNCTION_STATS"))
                .asString()
                .contains("64 KiB");
    }

    @Test
    void showsWhatGuestsLog() throws SQLException {
        create(connection, "MASK", "telemetry-rust", "handle-data");
        create(connection, "PRINT", "probe-rust", "print");
        Rows.of(connection, "SELECT MASK(X'0102')");
        Rows.of(connection, "SELECT PRINT('it''s \\ \u00fc \uD83D\uDE00')");

        assertThat(
                        Rows.of(
                                connection,
                                "SELECT FUNCTION_NAME, LOG_LEVEL, MESSAGE FROM NACRE.LOG"
                                        + " WHERE LOGGED_AT > DATEADD('HOUR', -1, CURRENT_TIMESTAMP) ORDER BY QUERY_NUMBER, LOGGED_AT"))
                .contains(
                        List.of("MASK", "debug", "Payload obfuscation complete"),
                        List.of("PRINT", "stdout", "it's \\ \u00fc \uD83D\uDE00"));
        assertThat(Rows.single(connection, "SELECT COUNT(DISTINCT QUERY_NUMBER) FROM NACRE.LOG"))
                .isEqualTo(2L);
        assertThat(connection.unwrap(NacreConnection.class).lastQueryLog()).hasSize(1);
    }

    /** As many rows as there can be, for H2 and for Nacre's own parser. */
    @Test
    void copesWithAFullLog() throws SQLException {
        create(connection, "FLOOD", "hostile", "log-flood");
        create(connection, "MASK", "telemetry-rust", "handle-data");
        Rows.of(connection, "SELECT FLOOD(1000)");
        long one = (Long) Rows.single(connection, "SELECT COUNT(*) FROM NACRE.LOG");
        assertThat(one).isBetween(1L, 1_000L);
        for (long lines = one; lines < 12_000; lines += one) {
            Rows.of(connection, "SELECT FLOOD(1000)");
        }

        long all = (Long) Rows.single(connection, "SELECT COUNT(*) FROM NACRE.LOG");
        assertThat(all).isBetween(9_000L, 10_000L);
        assertThat(Rows.single(connection, "SELECT COUNT(MASK(CAST(RAWTOHEX(LOG_LEVEL) AS VARBINARY))) FROM NACRE.LOG"))
                .isEqualTo(all);
    }

    /** A function and a view in one statement: H2 reads the rows, Nacre calls. */
    @Test
    void joinsWithCalls() throws SQLException {
        create(connection, "MASK", "telemetry-rust", "handle-data");

        assertThat(
                        Rows.single(
                                connection,
                                "SELECT MASK(CAST(RAWTOHEX(SETTING_NAME) AS VARBINARY)) FROM NACRE.SETTINGS WHERE SETTING_NAME = 'fuel'"))
                .isNotNull();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT S.CALLS FROM NACRE.FUNCTION_STATS AS S WHERE MASK(?) IS NOT NULL")) {
            statement.setBytes(1, new byte[] {1});
            assertThat(Rows.all(statement.executeQuery())).containsExactly(List.of(1L));
            assertThat(Rows.all(statement.executeQuery())).containsExactly(List.of(2L));
        }
    }

    @Test
    void showsUsersTheirOwn() throws SQLException {
        create(connection, "MASK", "telemetry-rust", "handle-data");
        execute(connection, "CREATE USER ANN PASSWORD 'a'");
        execute(connection, "CREATE USER BOB PASSWORD 'b'");
        String all =
                "SELECT S.USER_NAME, S.CALLS, COUNT(L.MESSAGE) > 0 FROM NACRE.FUNCTION_STATS S LEFT JOIN NACRE.LOG L"
                        + " USING (USER_NAME) GROUP BY S.USER_NAME, S.CALLS ORDER BY 1";
        try (Connection ann = DriverManager.getConnection(database.url(), "ANN", "a");
                Connection bob = DriverManager.getConnection(database.url(), "BOB", "b")) {
            Rows.of(ann, "SELECT MASK(X'01')");
            Rows.of(bob, "SELECT MASK(X'01') FROM SYSTEM_RANGE(1, 2)");

            assertThat(Rows.of(ann, all)).containsExactly(List.of("ANN", 1L, true));
            assertThat(Rows.of(bob, all)).containsExactly(List.of("BOB", 2L, true));
            assertThat(Rows.of(connection, all)).containsExactly(List.of("ANN", 1L, true), List.of("BOB", 2L, true));
        }
    }

    @Test
    void worksBehindAServer() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Connection remote = DriverManager.getConnection(
                "jdbc:nacre:h2:tcp://localhost:" + server.getPort() + "/mem:remote", "SA", "")) {
            execute(remote, "SET NACRE.FUEL = 12345");
            try (PreparedStatement statement =
                    remote.prepareStatement("SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME = ?")) {
                statement.setString(1, "fuel");
                assertThat(Rows.all(statement.executeQuery())).containsExactly(List.of("12345"));
            }
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "DATABASE_TO_UPPER=FALSE", "MODE=MySQL", "MODE=Oracle"
            })
    void worksInOtherModes(String mode) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:nacre:h2:mem:;" + mode)) {
            assertThat(Rows.single(
                            other,
                            "SELECT \"SETTING_VALUE\" FROM \"NACRE\".\"SETTINGS\" WHERE \"SETTING_NAME\" = 'memory'"))
                    .isEqualTo("16 MiB");
        }
    }
}
