package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that are set up in unusual ways, and statements that end in unusual ways. */
class SessionFaultsTest {
    private static final String MASKED_ZERO = "aa";
    private static final String LONG_IN_H2 = "SELECT MASK(X'00') FROM SYSTEM_RANGE(1, 1000000000) WHERE MOD(X, 2) = 3 ";

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
        Masks.create(connection, "MASK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_TO_LOWER=TRUE",
                "DATABASE_TO_UPPER=FALSE",
                "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "MODE=MySQL;DATABASE_TO_LOWER=TRUE",
                "MODE=Oracle",
                "MODE=MSSQLServer"
            })
    void findsItsFunctionsWhateverTheSettings(String settings) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:nacre:h2:mem:;" + settings)) {
            Masks.create(other, "Cover");

            assertThat(Rows.single(other, "SELECT Cover(X'00')")).isEqualTo(MASKED_ZERO);
            assertThat(Rows.of(other, "SHOW FUNCTIONS")).hasSize(1);
            Masks.execute(other, "DROP FUNCTION Cover");
            assertThat(Rows.of(other, "SHOW FUNCTIONS")).isEmpty();
        }
    }

    @Test
    void callsFunctionsByQualifiedNames() throws SQLException {
        Masks.execute(connection, "CREATE SCHEMA S");
        Masks.create(connection, "S.COVER");

        assertThat(Rows.single(connection, "SELECT S.COVER(X'00') FROM DUAL WHERE PUBLIC.MASK(X'01') IS NOT NULL"))
                .isEqualTo(MASKED_ZERO);
    }

    @Test
    void plansForTheTemporaryTablesOfItsOwnSession() throws SQLException {
        String query = "SELECT MASK(V), K FROM T";
        Masks.execute(connection, "CREATE LOCAL TEMPORARY TABLE T(V VARBINARY, K INT)");
        Rows.of(connection, query);
        try (Connection other = database.connect()) {
            Masks.execute(other, "CREATE LOCAL TEMPORARY TABLE T(V VARBINARY, K VARCHAR(7))");

            try (Statement statement = other.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                assertThat(rows.getMetaData().getColumnTypeName(2)).isEqualTo("CHARACTER VARYING");
            }
        }
    }

    @Test
    void refusesNoTextAsH2Does() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatFails("execute", () -> statement.execute(null)).hasCode(90008);
            assertThatFails("executeQuery", () -> statement.executeQuery(null)).hasCode(90008);
            assertThatFails("executeUpdate", () -> statement.executeUpdate(null))
                    .hasCode(90008);
            assertThatFails("addBatch", () -> statement.addBatch(null)).hasCode(90008);
            assertThatFails("prepare", () -> connection.prepareStatement(null)).hasCode(90008);
        }
    }

    /** H2 lets the error of the JVM through. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "SELECT MASK(X'00') || X'00', 1"})
    void endsAStatementThatNestsTooDeepForH2(String start) throws SQLException {
        String sql = start + " + 1".repeat(100_000);

        assertThatSqlFails(connection, sql)
                .hasState("54000")
                .hasCode(3040)
                .hasMessageStartingWith("statement: expected less nesting than the stack of this thread has room for")
                .leavesUsable(connection);
        assertThatFails("prepare", () -> connection.prepareStatement(sql)).hasCode(3040);
        assertThat(Rows.single(connection, "SELECT MASK(X'00')")).isEqualTo(MASKED_ZERO);
    }

    @Test
    void understandsEscapesOfJdbc() throws SQLException {
        assertThat(Rows.of(connection, "SELECT {fn MASK(X'00')}, {fn UPPER('a')}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, ''", "false, ''", "true, ORDER BY X DESC", "false, ORDER BY X DESC"})
    void endsAQueryThatH2IsBusyWith(boolean byCancel, String order) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Connection busy = database.connect();
        Statement statement = busy.createStatement();
        try {
            Future<?> query = thread.submit(() -> assertThatFails(
                            "query",
                            () -> statement.executeQuery(LONG_IN_H2 + order).next())
                    .hasState("57014"));
            Thread.sleep(500);
            if (!byCancel) {
                busy.close();
            }
            while (byCancel && !query.isDone()) { // a cancel that comes before the query finds nothing to cancel
                statement.cancel();
                Thread.sleep(20);
            }

            query.get(20, TimeUnit.SECONDS);
        } finally {
            busy.close();
            thread.shutdown();
        }
    }

    @Test
    void leavesAReadOnlyDatabaseAsItIs(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws SQLException {
        String url = "jdbc:nacre:h2:file:" + folder.resolve("data");
        try (Connection writer = DriverManager.getConnection(url)) {
            Masks.create(writer, "MASK");
        }
        try (Connection reader = DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r")) {
            assertThatSqlFails(reader, "DROP FUNCTION MASK").hasCode(90097);
            assertThat(Rows.single(reader, "SELECT MASK(X'00')")).isEqualTo(MASKED_ZERO);
            assertThat(reader.getAutoCommit()).isTrue();
        }
    }
}
