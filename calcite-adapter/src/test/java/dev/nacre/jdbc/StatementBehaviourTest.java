package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What statements do that H2 has no counterpart for: Nacre's own in batches, calls of guests, what the two share. */
class StatementBehaviourTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private static final String CREATE = "CREATE FUNCTION MASK LANGUAGE WASM AS X'"
            + HexFormat.of().formatHex(Guests.bytes("telemetry-c")) + "' EXPORT 'handle-data'";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        Masks.execute(connection, "CREATE TABLE R(ID INT PRIMARY KEY, P VARBINARY, DA DATE DEFAULT DATE '2024-02-29')");
        Masks.execute(connection, "INSERT INTO R(ID, P) VALUES (1, X'00'), (2, X'AA')");
    }

    @Test
    void runsItsOwnStatementsInBatches() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.addBatch("INSERT INTO R(ID) VALUES (3)");
            statement.addBatch(CREATE);
            statement.addBatch("SELECT MASK(P) FROM R");
            statement.addBatch("DROP FUNCTION MASK");
            statement.addBatch("UPDATE R SET ID = ID + 10");

            assertThatFails("a query in a batch", statement::executeBatch)
                    .hasCode(90001)
                    .isInstanceOfSatisfying(BatchUpdateException.class, failure -> {
                        assertThat(failure.getUpdateCounts()).containsExactly(1, 0, Statement.EXECUTE_FAILED, 0, 3);
                        assertThat((Throwable) failure.getNextException())
                                .hasMessageContaining("Method is not allowed");
                    });
            assertThat(statement.executeBatch()).isEmpty();
        }
    }

    @Test
    void preparesBatchesOfItsOwnStatements() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "CREATE OR REPLACE FUNCTION MASK LANGUAGE WASM AS ? EXPORT 'handle-data'")) {
            for (String guest : new String[] {"telemetry-c", "telemetry-rust"}) {
                statement.setBytes(1, Guests.bytes(guest));
                statement.addBatch();
            }

            assertThat(statement.executeLargeBatch()).containsExactly(0, 0);
        }
        assertThat(Rows.single(connection, "SELECT MASK(P) FROM R WHERE ID = 1"))
                .isEqualTo("aa");
    }

    @Test
    void mixesInABatchWhatH2RunsWithAGuestAndWithViewsOfNacre() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.addBatch(CREATE);
            statement.addBatch("UPDATE R SET P = MASK(P) WHERE DA = {d '2024-02-29'}");
            statement.addBatch("CREATE TABLE S(N VARCHAR)");
            statement.addBatch("INSERT INTO S SELECT SETTING_NAME FROM NACRE.SETTINGS FETCH FIRST 3 ROWS ONLY");
            statement.addBatch("UPDATE R SET P = MASK(NOWHERE)");
            statement.addBatch("DELETE FROM S");

            assertThatFails("a column that is not there", statement::executeBatch)
                    .hasCode(42122)
                    .isInstanceOfSatisfying(BatchUpdateException.class, failure -> {
                        assertThat(failure.getUpdateCounts()).containsExactly(0, 2, 0, 3, Statement.EXECUTE_FAILED, 3);
                        assertThat((Throwable) failure.getNextException())
                                .hasMessageContaining("UPDATE R SET P = MASK(NOWHERE)");
                    });
        }
        assertThat(Rows.single(connection, "SELECT P FROM R WHERE ID = 1")).isEqualTo("aa");
    }

    @Test
    @Timeout(60)
    void chainsAllFailuresOfABatch() throws SQLException {
        Masks.create(connection, "MASK");
        try (Statement statement = connection.createStatement()) {
            for (String column : new String[] {"A", "B", "C"}) {
                statement.addBatch("UPDATE R SET " + column + " = 1");
            }
            assertThat(chain(statement)).containsExactly("A", "B", "C");
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO R(ID, P) VALUES (?, MASK(X'00'))")) {
            for (int again = 0; again < 3; again++) {
                statement.setInt(1, 1);
                statement.addBatch();
            }
            assertThat(chain(statement)).hasSize(3);
        }
    }

    /** Returns what the messages begin to quote, of all failures. */
    private static java.util.List<String> chain(Statement statement) {
        java.util.List<String> chain = new java.util.ArrayList<>();
        assertThatFails("a batch", statement::executeBatch)
                .isInstanceOfSatisfying(BatchUpdateException.class, failure -> {
                    for (SQLException next = failure.getNextException(); next != null; next = next.getNextException()) {
                        chain.add(next.getMessage().split("\"", 3)[1]);
                    }
                });
        return chain;
    }

    @Test
    void preparesBatchesThatReadViewsOfNacre() throws SQLException {
        Masks.execute(connection, "CREATE TABLE S(N VARCHAR)");
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO S SELECT SETTING_NAME FROM NACRE.SETTINGS WHERE SETTING_NAME = ?")) {
            for (String setting : new String[] {"memory", "memroy", "call_timeout"}) {
                statement.setString(1, setting);
                statement.addBatch();
            }

            assertThat(statement.executeBatch()).containsExactly(1, 0, 1);
            assertThatFails("a parameter too few", () -> {
                        statement.clearParameters();
                        statement.executeUpdate();
                    })
                    .hasCode(90012);
        }
    }

    @Test
    void givesBackTheResultOfTheFirstOfSeveralStatements() throws SQLException {
        Masks.create(connection, "MASK");
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE R SET P = MASK(P); DELETE FROM R WHERE ID = 1"))
                    .isEqualTo(2);
        }
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM R")).isEqualTo(1L);
    }

    @Test
    void callsAGuestAsACallableStatement() throws SQLException {
        Masks.create(connection, "MASK");
        try (CallableStatement call = connection.prepareCall("SELECT MASK(CAST(? AS VARBINARY)) AS M")) {
            call.registerOutParameter(1, Types.VARBINARY);
            call.setBytes(1, new byte[] {0});

            assertThat(call.executeUpdate()).isZero();
            assertThat(call.getBytes(1)).containsExactly((byte) 0xAA);
            assertThat(call.getBytes("M")).containsExactly((byte) 0xAA);
            assertThat(call.wasNull()).isFalse();
            assertThat(call.getResultSet().getStatement()).isSameAs(call);

            call.setBytes("M", null);
            call.execute();
            assertThat(call.getObject(1)).isNull();
            assertThat(call.wasNull()).isTrue();
        }
    }

    @Test
    void readsEscapesBesideAGuest() throws SQLException {
        Masks.create(connection, "MASK");

        assertThat(Rows.of(
                        connection,
                        "SELECT {fn UCASE('a')}, MASK(P) FROM R WHERE DA > {d '2024-01-01'} AND MASK(P) <> X'00'"
                                + " AND {ts '2024-01-01 00:00:00'} < DA AND {t '00:00:00'} < TIME '01:00:00'"))
                .containsExactly(java.util.List.of("A", "aa"));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            assertThatFails("an escape", () -> statement.execute("SELECT {fn UCASE('a')} FROM R"))
                    .hasState("42001");
        }
    }

    @Test
    void quotesTheStatementAsH2Does() throws SQLException {
        Masks.create(connection, "MASK");
        String rest = "MASK(P) FROM R WHERE DA = {d '2024-02-29'} ";

        try (Statement statement = connection.createStatement()) {
            assertThatFails("a query", () -> statement.executeUpdate("SELECT " + rest))
                    .hasMessage(
                            "Method is not allowed for a query. Use execute or executeQuery instead of executeUpdate;"
                                    + " SQL statement:\nSELECT MASK(P) FROM R WHERE DA =  d '2024-02-29' [90001-252]");
            assertThatFails("a query", () -> statement.executeUpdate("SELECT 1, " + rest + "; -- and no more"))
                    .hasMessageEndingWith("\nSELECT 1, MASK(P) FROM R WHERE DA =  d '2024-02-29'   [90001-252]");
            assertThatFails("a row", () -> statement.executeQuery("SELECT 1 / (ID - 1), " + rest))
                    .hasMessageEndingWith(
                            "\nSELECT 1 / (ID - 1), MASK(P) FROM R WHERE DA =  d '2024-02-29' [22012-252]");
            assertThatFails("a column", () -> statement.executeQuery("SELECT NOPE, " + rest))
                    .hasMessageEndingWith("\nSELECT NOPE, MASK(P) FROM R WHERE DA =  d '2024-02-29'   [42122-252]");
            assertThatFails("a secret", () -> statement.executeQuery("SELECT /*--hide--*/ NOPE, " + rest))
                    .hasMessage("Column \"NOPE\" not found; SQL statement:\n- [42122-252]");
        }
    }

    /** As in H2: the value that is set at the moment has the say, whether there are rows or not. */
    @Test
    void givesAColumnThatIsAParameterTheTypeOfItsValue() throws SQLException {
        Masks.create(connection, "MASK");
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT *, ? AS FIRST, MASK(P), (?) FROM R WHERE MASK(P) <> ? ORDER BY ID")) {
            statement.setInt(1, 1);
            statement.setString(2, "a");
            statement.setBytes(3, new byte[] {0x55});
            assertThat(statement.getMetaData().getColumnType(4)).isEqualTo(Types.INTEGER);

            ResultSet rows = statement.executeQuery();
            assertThat(rows.getMetaData().getColumnType(4)).isEqualTo(Types.INTEGER);
            assertThat(rows.getMetaData().getColumnTypeName(6)).isEqualTo("CHARACTER VARYING");

            statement.setDate(1, java.sql.Date.valueOf("2024-02-29"));
            assertThat(rows.getMetaData().getColumnType(4)).isEqualTo(Types.DATE);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(4)).isEqualTo(1);

            Masks.execute(connection, "DELETE FROM R");
            assertThat(statement.executeQuery().getMetaData().getColumnType(4)).isEqualTo(Types.DATE);
        }
    }

    @Test
    void refusesSettersOfWhatIsClosed() throws SQLException {
        Masks.create(connection, "MASK");
        PreparedStatement closed = connection.prepareStatement("SELECT MASK(?)");
        closed.close();
        assertThatFails("a closed statement", () -> closed.setDate(1, java.sql.Date.valueOf("2024-02-29")))
                .hasCode(90007);
        assertThatFails("a closed statement", () -> closed.setObject(1, "a", Types.INTEGER))
                .hasCode(90007);

        try (Connection other = database.connect()) {
            PreparedStatement orphan = other.prepareStatement("SELECT MASK(?)");
            other.close();
            assertThatFails("of a closed connection", () -> orphan.setDate(1, java.sql.Date.valueOf("2024-02-29")))
                    .hasCode(90007);
            assertThatFails("of a closed connection", () -> orphan.setObject(1, 1, Types.INTEGER))
                    .hasCode(90007);
        }
    }

    @Test
    void closesOnCompletionOnlyWhenTheClientClosesTheResult() throws SQLException {
        Masks.create(connection, "MASK");
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        ResultSet first = statement.executeQuery("SELECT MASK(P) FROM R");
        ResultSet second = statement.executeQuery("SELECT MASK(P) FROM R");

        assertThat(first.isClosed()).isTrue();
        assertThat(statement.isClosed()).isFalse();
        second.close();
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    void changesRowsThroughAPlannedResult() throws SQLException {
        Masks.create(connection, "MASK");
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                ResultSet rows = statement.executeQuery("SELECT ID, P FROM R WHERE MASK(P) = X'AA'")) {
            rows.next();
            rows.updateBytes("P", new byte[] {7});
            rows.updateRow();
        }
        assertThat(Rows.single(connection, "SELECT P FROM R WHERE ID = 1")).isEqualTo("07");
    }

    @Test
    void givesTheSameObjectForTheSameResult() throws SQLException {
        Masks.create(connection, "MASK");
        try (Statement statement = connection.createStatement()) {
            for (String sql : new String[] {"SELECT P FROM R", "SELECT MASK(P) FROM R"}) {
                ResultSet result = statement.executeQuery(sql);
                assertThat(statement.getResultSet()).isSameAs(result);
            }
        }
    }

    @Test
    void reportsAFullHeapByH2sError() throws SQLException {
        H2Run run = new H2Run(connection.unwrap(NacreConnection.class));

        assertThatThrownBy(() -> run.batch(() -> {
                    throw new OutOfMemoryError("simulated");
                }))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(90108));
        assertThat(connection.isValid(0)).isTrue();
    }

    @Test
    void describesAViewOfTheJvmAsOftenAsItIsAsked() throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement("SELECT SETTING_NAME FROM NACRE.SETTINGS WHERE SETTING_NAME = ?");

        assertThat(statement.getMetaData().getColumnLabel(1)).isEqualTo("SETTING_NAME");
        assertThat(statement.getMetaData().getColumnCount()).isEqualTo(1);
        assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
        statement.close();
        assertThatThrownBy(statement::getMetaData).isInstanceOf(SQLException.class);
    }
}
