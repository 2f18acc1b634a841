package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions go where their schema goes. */
class SchemaChangesTest {
    private static final String MASKED_ZERO = "aa";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        Masks.execute(connection, "CREATE SCHEMA S");
        Masks.create(connection, "S.MASK");
        Masks.create(connection, "KEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP SCHEMA S", "DROP SCHEMA S RESTRICT", "drop schema if exists s /* all */ restrict"})
    void refusesToDropASchemaWithFunctions(String sql) throws SQLException {
        assertThatSqlFails(connection, sql)
                .hasCode(90107)
                .hasState("90107")
                .hasMessageContaining("Cannot drop \"S\" because \"MASK\" depends on it")
                .leavesUsable(connection);

        assertMasks("S.MASK");
        Masks.execute(connection, "DROP FUNCTION S.MASK");
        Masks.execute(connection, sql);
        assertThat(schemas()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP SCHEMA S CASCADE", "DROP SCHEMA IF EXISTS \"S\" CASCADE; SELECT 1"})
    void dropsTheFunctionsWithTheSchema(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }

        assertThatSqlFails(connection, "SELECT S.MASK(X'00')").hasCode(90079);
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(1);
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.FUNCTIONS"))
                .isEqualTo(1L);
        Masks.execute(connection, "CREATE SCHEMA S");
        assertThatSqlFails(connection, "SELECT S.MASK(X'00')").hasCode(90022);
        assertMasks("KEPT");
    }

    @Test
    void dropsTheFunctionsWithTheSchemaAlsoInAPreparedStatement() throws SQLException {
        try (java.sql.PreparedStatement drop = connection.prepareStatement("DROP SCHEMA S CASCADE")) {
            assertThat(drop.executeUpdate()).isZero();
            assertThatFails("again", drop::execute);
        }
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(1);
    }

    @Test
    void showsNoFunctionsOfASchemaThatH2DroppedAlone() throws SQLException {
        Masks.execute(connection.unwrap(JdbcConnection.class), "DROP SCHEMA S CASCADE");

        assertThatSqlFails(connection, "SELECT S.MASK(X'00')").hasCode(90079);
        Masks.create(connection, "OTHER");
        Masks.execute(connection, "CREATE SCHEMA S");
        assertThatSqlFails(connection, "SELECT S.MASK(X'00')").hasCode(90022);
        assertThat(Rows.single(connection, "SELECT COUNT(*) FROM NACRE.FUNCTIONS"))
                .isEqualTo(2L);
    }

    @Test
    void renamesTheFunctionsWithTheSchema() throws SQLException {
        Masks.execute(connection, "CREATE TABLE T(P VARBINARY)");
        Masks.execute(connection, "INSERT INTO T SELECT X'00' FROM SYSTEM_RANGE(1, 200)");
        try (Connection other = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT S.MASK(P) FROM T")) {
            rows.next();
            Masks.execute(other, "ALTER SCHEMA IF EXISTS S RENAME TO \"new\";");

            while (rows.next()) {
                assertThat(rows.getBytes(1)).containsExactly(0xAA);
            }
        }
        assertMasks("\"new\".MASK");
        assertThatSqlFails(connection, "SELECT S.MASK(X'00')").hasCode(90079);
        assertThatSqlFails(connection, "DROP SCHEMA \"new\"").hasCode(90107);
    }

    @Test
    void leavesTheFunctionsWhereTheyAreWhenH2DoesNotRename() throws SQLException {
        Masks.execute(connection, "CREATE SCHEMA TAKEN");

        assertThatSqlFails(connection, "ALTER SCHEMA S RENAME TO TAKEN").hasCode(90078);

        assertMasks("S.MASK");
    }

    @Test
    void hidesStatementsAsH2Does() throws SQLException {
        Masks.execute(connection, "CREATE SCHEMA TAKEN");
        assertThatSqlFails(connection, "ALTER SCHEMA S /*--hide--*/ RENAME TO TAKEN")
                .hasCode(90078)
                .hasMessageContaining("SQL statement:\n- [");
    }

    @Test
    void keepsTheFunctionsOfASchemaThatH2NeverRenames() throws SQLException {
        assertThatSqlFails(connection, "ALTER SCHEMA PUBLIC RENAME TO NOWHERE").hasCode(90090);
        assertThatSqlFails(connection, "ALTER SCHEMA S RENAME TO NOWHERE AND MORE")
                .hasCode(42000);

        assertMasks("KEPT");
        assertMasks("S.MASK");
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).hasSize(2);
    }

    @Test
    void leavesOtherSchemasToH2() throws SQLException {
        Masks.execute(connection, "CREATE SCHEMA PLAIN");
        Masks.execute(connection, "ALTER SCHEMA PLAIN RENAME TO PLAINER");
        Masks.execute(connection, "DROP SCHEMA PLAINER");

        assertThatSqlFails(connection, "DROP SCHEMA PLAINER").hasCode(90079);
        assertThatSqlFails(connection, "DROP SCHEMA").hasCode(42001);
        assertMasks("S.MASK");
    }

    private long schemas() throws SQLException {
        return (long)
                Rows.single(connection, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'S'");
    }

    private void assertMasks(String function) throws SQLException {
        assertThat(Rows.single(connection, "SELECT " + function + "(X'00')")).isEqualTo(MASKED_ZERO);
    }
}
