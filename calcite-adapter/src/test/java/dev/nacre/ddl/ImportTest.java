package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** IMPORT FUNCTIONS: one change of the catalog, all or nothing. */
class ImportTest {
    private static final String NAMES =
            "SELECT FUNCTION_NAME || '(' || PARAMETER_TYPES || ')' FROM NACRE.FUNCTIONS" + " ORDER BY FUNCTION_ID";

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
        Sql.component(connection, "ECHO", "echo");
    }

    @Test
    void makesAFunctionOfEachExport() throws SQLException {
        Sql.execute(connection, "IMPORT FUNCTIONS FROM ECHO");

        assertThat(Sql.rows(connection, NAMES))
                .containsExactly(
                        "TEXT(CHARACTER VARYING)",
                        "BYTES(BINARY VARYING)",
                        "LONGS(BIGINT ARRAY)",
                        "DOUBLES(DOUBLE PRECISION ARRAY)",
                        "ADD(BIGINT, BIGINT)",
                        "SUBTRACT(BIGINT, BIGINT)",
                        "MULTIPLY(BIGINT, BIGINT)",
                        "EXCLUSIVE_OR(BIGINT, BIGINT)");
        assertThat(Rows.single(connection, "SELECT MULTIPLY(SUBTRACT(9, 2), EXCLUSIVE_OR(5, 1))"))
                .isEqualTo(28L);
        assertThat(Rows.single(connection, "SELECT DISTINCT COMPONENT_NAME FROM NACRE.FUNCTIONS"))
                .isEqualTo("ECHO");
    }

    @Test
    void selectsByName() throws SQLException {
        Sql.execute(
                connection,
                "CREATE SCHEMA S",
                "IMPORT FUNCTIONS FROM ECHO LIMIT TO ('multiply', 'nacre:measure/echo#text') INTO S",
                "IMPORT FUNCTIONS FROM ECHO EXCEPT ('nacre:measure/echo#text', 'nacre:measure/echo#bytes',"
                        + " 'nacre:measure/echo#longs', 'nacre:measure/echo#doubles', 'add', 'subtract')");

        assertThat(Sql.rows(
                        connection, "SELECT FUNCTION_SCHEMA, FUNCTION_NAME FROM NACRE.FUNCTIONS ORDER BY FUNCTION_ID"))
                .containsExactly("S MULTIPLY", "S TEXT", "PUBLIC MULTIPLY", "PUBLIC EXCLUSIVE_OR");
        assertThat(Sql.rows(connection, "SELECT S.TEXT('a'), S.MULTIPLY(2, 3), MULTIPLY(4, 5)"))
                .containsExactly("a 6 20");
    }

    @Test
    void refusesWhatIsNotThere() throws SQLException {
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECO").hasState("42704");
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECHO LIMIT TO ('add',\n 'divide')")
                .hasState("42P13")
                .hasMessage("line 2, column 2: IMPORT FUNCTIONS FROM 'ECHO': expected an export 'divide', found"
                        + " 'nacre:measure/echo#text', 'nacre:measure/echo#bytes', 'nacre:measure/echo#longs',"
                        + " 'nacre:measure/echo#doubles', 'add', 'subtract', 'multiply', 'exclusive-or'");
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECHO EXCEPT ('divide')")
                .hasState("42P13");
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECHO LIMIT TO ('add', 'add')")
                .hasState("42P13")
                .hasMessageContaining("export 'add' is named twice");
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECHO INTO NOWHERE")
                .hasState("42P13")
                .hasMessageContaining("expected schema 'NOWHERE' to exist");
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECHO INTO A.B.C").hasState("42000");
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
    }

    @Test
    void importsNothingWhereOneExportCannotBe() throws SQLException {
        Sql.execute(
                connection,
                "CREATE FUNCTION ADD(A BIGINT, B BIGINT) RETURNS BIGINT LANGUAGE WASM FROM ECHO EXPORT 'subtract'");

        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM ECHO")
                .hasState("42723")
                .hasMessage(
                        "IMPORT FUNCTIONS FROM 'ECHO': export 'add' as PUBLIC.ADD(BIGINT, BIGINT): a function of that"
                                + " name and these types exists; drop it, or leave one out with EXCEPT ('add') and give it another"
                                + " name with CREATE FUNCTION");
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(1);

        Sql.execute(connection, "IMPORT FUNCTIONS FROM ECHO EXCEPT ('add')");
        assertThat(Rows.single(connection, "SELECT ADD(5, 3)")).isEqualTo(2L);
    }

    @Test
    void refusesNamesOfBuiltIns() throws SQLException {
        Sql.component(connection, "SHAPES", "shapes-c");

        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM SHAPES LIMIT TO ('add', 'upper')")
                .hasState("42723")
                .hasMessageContaining("'UPPER' is a function of H2")
                .hasMessageContaining("EXCEPT ('upper')");
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
    }

    @Test
    void saysHowToLeaveOutWhatIsNotMapped() throws SQLException {
        Sql.component(connection, "COUNTERS", "counters");

        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM COUNTERS")
                .hasState("0A000")
                .hasMessageContaining("cannot be imported; leave it out with EXCEPT ('")
                .leavesUsable(connection);
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();
    }

    @Test
    void followsTheDatabasesCaseOfNames() throws SQLException {
        try (Connection lower = DriverManager.getConnection("jdbc:nacre:h2:mem:;DATABASE_TO_LOWER=TRUE");
                Connection asWritten = DriverManager.getConnection("jdbc:nacre:h2:mem:;DATABASE_TO_UPPER=FALSE")) {
            for (Connection other : new Connection[] {lower, asWritten}) {
                Sql.component(other, "echo", "echo");
                Sql.execute(other, "IMPORT FUNCTIONS FROM echo LIMIT TO ('exclusive-or')");

                assertThat(Rows.single(other, "SELECT exclusive_or(5, 1)")).isEqualTo(4L);
            }
        }
    }

    @Test
    void letsOnlyAdministratorsImport() throws SQLException {
        Sql.execute(connection, "CREATE USER GUEST PASSWORD 'g'");
        try (Connection guest = database.connect("GUEST", "g")) {
            assertThatSqlFails(guest, "IMPORT FUNCTIONS FROM ECHO").hasState("42501");
        }
    }
}
