package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read in the catalog can still be replaced and dropped by statements. */
class DamagedFunctionsTest {
    private static final String CREATE = " FUNCTION MASK(PAYLOAD VARBINARY) RETURNS VARBINARY LANGUAGE WASM FROM C";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        connection = database.connect();
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(connection, "CREATE" + CREATE);
    }

    /** Puts something into columns of the function's row. */
    private void damage(String assignment) throws SQLException {
        Sql.execute(
                connection,
                "SET REFERENTIAL_INTEGRITY FALSE",
                "UPDATE NACRE.CATALOG_FUNCTION SET " + assignment,
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1",
                "SET REFERENTIAL_INTEGRITY TRUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURNS = 'INT; DROP'",
                "OPTIONS = 'x'",
                "SHA256 = 'x'",
                "KIND = 'OTHER'",
                "NULL_HANDLING = ''",
                "COMPONENT_NAME = NULL, SHA256 = ''",
            })
    void isRepairedByOrReplace(String assignment) throws SQLException {
        damage(assignment);
        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasState("XX000").hasCode(2003);
        assertThatSqlFails(connection, "CREATE" + CREATE).hasState("XX000").hasCode(2003);
        assertThatSqlFails(connection, "CREATE FUNCTION IF NOT EXISTS MASK LANGUAGE WASM FROM C")
                .hasState("XX000");

        Sql.execute(connection, "CREATE OR REPLACE" + CREATE);

        assertThat(Sql.rows(connection, "SELECT MASK(X'00')")).containsExactly("aa");
        assertThat(Sql.rows(connection, "SELECT COUNT(*) FROM NACRE.FUNCTIONS")).containsExactly("1");
    }

    @Test
    void isRepairedByOrReplaceWhereTheParametersAreDamaged() throws SQLException {
        Sql.execute(
                connection,
                "UPDATE NACRE.CATALOG_PARAMETER SET TYPE = 'x'",
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
        assertThatSqlFails(connection, "SELECT MASK(X'00')")
                .hasState("XX000")
                .hasMessage(
                        "function 'PUBLIC.MASK': catalog in schema NACRE: expected an SQL type, found 'x'; create the"
                                + " function again with CREATE OR REPLACE FUNCTION, drop it, or repair its row in"
                                + " NACRE.CATALOG_FUNCTION (FUNCTION_ID = 1)");

        Sql.execute(connection, "CREATE OR REPLACE" + CREATE);

        assertThat(Sql.rows(connection, "SELECT MASK(X'00')")).containsExactly("aa");
    }

    @Test
    void isLeftByOrReplaceOfAnotherOverload() throws SQLException {
        damage("RETURNS = 'x'");

        Sql.component(connection, "D", "shapes-rust");
        Sql.execute(
                connection,
                "CREATE OR REPLACE FUNCTION MASK(X BIGINT) RETURNS BIGINT LANGUAGE WASM FROM D EXPORT 'scale-long'");

        assertThatSqlFails(connection, "SELECT MASK(1)").hasState("XX000").hasMessageContaining("FUNCTION_ID = 1");
        assertThatSqlFails(connection, "DROP FUNCTION MASK")
                .hasState("42725")
                .hasMessage("function 'PUBLIC.MASK': expected the types of the one that is meant, because there are 2:"
                        + " PUBLIC.MASK(BIGINT), PUBLIC.MASK(BINARY VARYING) (damaged)");
        Sql.execute(connection, "CREATE OR REPLACE" + CREATE);
        assertThat(Sql.rows(connection, "SELECT MASK(1), MASK(X'00')")).containsExactly("3 aa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DROP FUNCTION MASK", "DROP FUNCTION MASK(VARBINARY)", "DROP FUNCTION IF EXISTS PUBLIC.MASK"})
    void isDropped(String sql) throws SQLException {
        damage("RETURNS = 'x'");
        assertThatSqlFails(connection, "DROP FUNCTION MASK(INT)")
                .hasState("42883")
                .hasMessage(
                        "function 'PUBLIC.MASK': expected it to exist, found only PUBLIC.MASK(BINARY VARYING) (damaged)");

        Sql.execute(connection, sql);

        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90022);
        assertThat(Sql.rows(connection, "SELECT COUNT(*) FROM NACRE.CATALOG_FUNCTION"))
                .containsExactly("0");
    }

    @Test
    void isInTheWayOfItsComponentAsLongAsItIsThere() throws SQLException {
        damage("RETURNS = 'x'");

        assertThatSqlFails(connection, "DROP COMPONENT C")
                .hasState("2BP01")
                .hasMessage(
                        "component 'C': expected no function to use it, found PUBLIC.MASK(BINARY VARYING) (damaged);"
                                + " drop them first, or write DROP COMPONENT ... CASCADE")
                .leavesUsable(connection);
        Sql.execute(connection, "DROP COMPONENT C CASCADE");

        assertThat(Sql.catalog(connection)).allMatch(List::isEmpty);
        assertThatSqlFails(connection, "SELECT MASK(X'00')").hasCode(90022);
    }

    @Test
    void goesWithAComponentThatIsDamagedItself() throws SQLException {
        Sql.execute(
                connection,
                "UPDATE NACRE.CATALOG_COMPONENT SET OPTIONS = 'x'",
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
        assertThatSqlFails(connection, "DROP COMPONENT C").hasState("2BP01");

        Sql.execute(connection, "DROP COMPONENT C CASCADE");

        assertThat(Sql.catalog(connection)).allMatch(List::isEmpty);
    }

    @Test
    void countsAmongTheFunctionsOfASchema() throws SQLException {
        Sql.execute(connection, "CREATE SCHEMA S", "CREATE FUNCTION S.F LANGUAGE WASM FROM C EXPORT 'handle-data'");
        damage("RETURNS = 'x'");

        assertThatSqlFails(connection, "DROP SCHEMA S")
                .hasCode(90107)
                .hasMessageContaining("Cannot drop \"S\" because \"F\" depends on it");
        Sql.execute(connection, "ALTER SCHEMA S RENAME TO U", "DROP FUNCTION U.F", "DROP SCHEMA U");
        assertThat(Sql.rows(connection, "SELECT COUNT(*) FROM NACRE.FUNCTIONS")).containsExactly("1");
    }
}
