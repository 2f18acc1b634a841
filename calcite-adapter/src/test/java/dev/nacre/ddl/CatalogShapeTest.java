package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of others that have the catalog's names. */
class CatalogShapeTest {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @Test
    void saysWhatHasTheNameOfTheVersion() throws SQLException {
        Sql.execute(connection, "CREATE SCHEMA NACRE", "CREATE TABLE NACRE.CATALOG_VERSION(A INT, FORMAT INT)");

        for (String sql : new String[] {
            "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-c"), "DROP COMPONENT C", "DROP FUNCTION F"
        }) {
            assertThatSqlFails(connection, sql)
                    .hasState("XX000")
                    .hasCode(3016)
                    .hasMessage("catalog in schema NACRE: expected in CATALOG_VERSION the columns ID INTEGER, FORMAT"
                            + " INTEGER, VERSION BIGINT, found A INTEGER, FORMAT INTEGER; the name is Nacre's: give what is"
                            + " there another one, or drop it")
                    .leavesUsable(connection);
        }
        assertThat(Sql.rows(connection, "SHOW FUNCTIONS")).isEmpty();
        Sql.execute(connection, "ALTER TABLE NACRE.CATALOG_VERSION RENAME TO MINE");
        Sql.component(connection, "C", "telemetry-c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CATALOG_VERSION",
                "CATALOG_CODE",
                "CATALOG_COMPONENT",
                "CATALOG_FUNCTION",
                "CATALOG_PARAMETER",
                "CATALOG_GRANT",
                "COMPONENTS",
                "FUNCTIONS",
                "FUNCTION_PARAMETERS",
                "GRANTS",
            })
    void makesNoCatalogAroundATableOfAnother(String name) throws SQLException {
        Sql.execute(connection, "CREATE SCHEMA NACRE", "CREATE TABLE NACRE." + name + "(FUNCTION_ID VARCHAR)");

        assertThatSqlFails(connection, "CREATE COMPONENT C FROM " + Sql.bytes("telemetry-c"))
                .hasState("XX000")
                .hasMessageContaining("expected in " + name + " the columns ")
                .hasMessageContaining(", found FUNCTION_ID CHARACTER VARYING; the name is Nacre's")
                .leavesUsable(connection);
        Sql.execute(connection, "DROP TABLE NACRE." + name);
        Sql.component(connection, "C", "telemetry-c");
        assertThat(Sql.rows(connection, "SELECT COMPONENT_NAME FROM NACRE.COMPONENTS"))
                .containsExactly("C");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE NACRE.CATALOG_FUNCTION ALTER COLUMN EXPORT RENAME TO GONE | CATALOG_FUNCTION",
                "ALTER TABLE NACRE.CATALOG_VERSION ALTER COLUMN FORMAT RENAME TO GONE | CATALOG_VERSION",
                "ALTER TABLE NACRE.CATALOG_PARAMETER ALTER COLUMN TYPE RENAME TO T | CATALOG_PARAMETER",
                "ALTER TABLE NACRE.CATALOG_CODE ALTER COLUMN BYTES RENAME TO B | CATALOG_CODE",
            })
    void saysWhatBecameOfTheCatalog(String sql, String name) throws SQLException {
        Sql.component(connection, "C", "telemetry-c");
        Sql.execute(
                connection,
                "DROP VIEW NACRE.FUNCTIONS",
                "DROP VIEW NACRE.FUNCTION_PARAMETERS",
                "DROP VIEW NACRE.GRANTS");
        Sql.execute(
                connection,
                "DROP VIEW NACRE.COMPONENTS",
                sql,
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");

        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM AS " + Sql.bytes("telemetry-c"))
                .hasState("XX000")
                .hasMessageContaining("expected in " + name + " the columns ")
                .leavesUsable(connection);
    }
}
