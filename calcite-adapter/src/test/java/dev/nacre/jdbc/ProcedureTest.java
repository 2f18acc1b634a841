package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Procedures of guests, and functions that are called like procedures. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProcedureTest {
    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = Leaks.check();

    @RegisterExtension
    @Order(1)
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;
    private Kinds kinds;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        kinds = Kinds.in(connection);
    }

    private Kinds procedure(String export) throws SQLException {
        return kinds.execute("CREATE PROCEDURE " + export
                + "_IT LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#" + export + "'");
    }

    @Test
    void givesAColumnForEachField() throws SQLException {
        procedure("order");
        procedure("swap");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("CALL ORDER_IT(1 + 6, 3)")) {
            ResultSetMetaData columns = row.getMetaData();
            assertThat(List.of(columns.getColumnLabel(1), columns.getColumnName(2), columns.getColumnTypeName(2)))
                    .containsExactly("LOW", "HIGH", "BIGINT");
            assertThat(row.next()).isTrue();
            assertThat(row.getLong("LOW")).isEqualTo(3);
            assertThat(row.getLong(2)).isEqualTo(7);
            assertThat(row.next()).isFalse();
        }
        assertThat(kinds.rows("CALL SWAP_IT(1, 2)")).containsExactly("2 1");
        assertThat(kinds.rows("CALL SWAP_IT(1, (SELECT COUNT(*) FROM INFORMATION_SCHEMA.USERS))"))
                .containsExactly("1 1");
        assertThat(kinds.rows("CALL SWAP_IT(NULL, 2)")).containsExactly("null null");
    }

    @Test
    void givesOneColumnForAnyOtherValue() throws SQLException {
        procedure("greet");
        procedure("note");
        assertThat(kinds.rows("CALL GREET_IT('Zoë')")).containsExactly("Hello, Zoë");
        assertThat(kinds.rows("CALL GREET_IT(NULL)")).containsExactly("Hello, whoever you are");
        assertThat(kinds.rows("CALL NOTE_IT('well')")).containsExactly("null");
        assertThat(kinds.rows("SELECT MESSAGE FROM NACRE.LOG")).hasSize(1);
        assertThat(kinds.rows("SELECT CALLS FROM NACRE.FUNCTION_STATS WHERE FUNCTION_NAME = 'NOTE_IT'"))
                .containsExactly("1");
    }

    @Test
    void failsAsTheGuestDoes() throws SQLException {
        procedure("divide");
        procedure("trap");
        procedure("spin");
        assertThat(kinds.rows("CALL DIVIDE_IT(7, 2)")).containsExactly("3 1");
        assertThatSqlFails(connection, "CALL DIVIDE_IT(1, 0)")
                .hasState("38000")
                .hasMessage("function 'PUBLIC.DIVIDE_IT': division by zero")
                .leavesUsable(connection);
        assertThatSqlFails(connection, "CALL TRAP_IT()").hasState("38N01").leavesUsable(connection);
        kinds.execute("SET NACRE.CALL_TIMEOUT = '200 ms'");
        assertThatSqlFails(connection, "CALL SPIN_IT()").hasState("57014").leavesUsable(connection);
        assertThatSqlFails(connection, "CALL DIVIDE_IT(1)").hasState("42883");
        assertThatSqlFails(connection, "CALL DIVIDE_IT(NOBODY, 1)").hasState("42S22");
    }

    @Test
    void hasItsOutParametersInTheFirstRow() throws SQLException {
        procedure("divide");
        try (CallableStatement call = connection.prepareCall("{call DIVIDE_IT(?, ?)}")) {
            call.setLong(1, 17);
            call.setLong(2, 5);
            call.registerOutParameter(1, Types.BIGINT);
            call.registerOutParameter(2, Types.BIGINT);
            call.execute();
            assertThat(call.getLong(1)).isEqualTo(3);
            assertThat(call.getLong("REMAINDER")).isEqualTo(2);
        }
        try (PreparedStatement call = connection.prepareStatement("CALL DIVIDE_IT(?, ?)")) {
            assertThat(call.getMetaData().getColumnCount()).isEqualTo(2);
            assertThat(call.getParameterMetaData().getParameterCount()).isEqualTo(2);
            call.setLong(1, 9);
            call.setLong(2, 4);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                assertThat(row.getLong("QUOTIENT")).isEqualTo(2);
            }
        }
    }

    @Test
    void givesItsResultAsTheFirstParameter() throws SQLException {
        procedure("greet");
        try (CallableStatement call = connection.prepareCall("{? = call GREET_IT(?)}")) {
            call.registerOutParameter(1, Types.VARCHAR);
            call.setString(2, "Zoë");
            call.execute();
            assertThat(call.getString(1)).isEqualTo("Hello, Zoë");
            call.setNull(2, Types.VARCHAR);
            call.execute();
            assertThat(call.getString(1)).isEqualTo("Hello, whoever you are");
        }
    }

    @Test
    void givesAResultWhateverItsArguments() throws SQLException {
        procedure("greet");
        kinds.execute("CREATE FUNCTION LIVE LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#live'");
        try (CallableStatement call = connection.prepareCall("{? = call LIVE()}")) {
            call.registerOutParameter(1, Types.BIGINT);
            call.execute();
            assertThat(call.getLong(1)).isZero();
            assertThat(List.of(call).contains(call)).isTrue();
        }
        try (CallableStatement call = connection.prepareCall("{? = call GREET_IT(?)}")) {
            call.registerOutParameter(1, Types.VARCHAR);
            assertThatFails("no argument", call::execute).hasState("90012");
        }
    }

    @Test
    void isNoFunction() throws SQLException {
        procedure("greet");
        assertThatSqlFails(connection, "SELECT GREET_IT('x')")
                .hasState("42883")
                .hasMessageContaining("'PUBLIC.GREET_IT' is a procedure")
                .hasMessageContaining("CALL PUBLIC.GREET_IT(...)");
        assertThatSqlFails(connection, "VALUES (GREET_IT('x'))")
                .hasState("42883")
                .leavesUsable(connection);
    }

    @Test
    void callsFunctionsWithoutAnAlias() throws SQLException {
        kinds.execute(
                "CREATE FUNCTION TWICE(V BIGINT) RETURNS BIGINT LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#twice'",
                "CREATE FUNCTION TWICE(V VARCHAR) RETURNS VARCHAR LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#shout'");
        assertThat(kinds.rows("CALL TWICE(21)")).containsExactly("42");
        assertThat(kinds.rows("CALL TWICE('a') || TWICE(1)")).containsExactly("A!2");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("CALL TWICE(21)")) {
            assertThat(row.getMetaData().getColumnLabel(1)).isEqualTo("PUBLIC.TWICE(21)");
        }
    }
}
