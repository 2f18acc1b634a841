package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.h2.alias.AliasName;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Guests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What tools see of routines: functions of the catalog beside H2's aliases. */
class RoutineMetaDataTest {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @TempDir
    Path folder;

    private Connection connection;
    private DatabaseMetaData metadata;

    @BeforeEach
    void makeRoutines() throws SQLException {
        connection = database.connect();
        metadata = connection.getMetaData();
        Masks.execute(connection, "CREATE SCHEMA \"Other\"");
        Masks.execute(connection, "CREATE ALIAS JAVA_F FOR 'java.lang.Math.abs(int)'");
        create("SCALE(A BIGINT) RETURNS BIGINT", "echo-s64", "COMMENT 'whole numbers'");
        create("SCALE(A VARCHAR(20)) RETURNS VARCHAR", "echo-string", "");
        create("\"Other\".\"a_b%\"(\"x y\" DOUBLE PRECISION) RETURNS DOUBLE PRECISION CALLED", "echo-f64", "");
    }

    private void create(String signature, String export, String clauses) throws SQLException {
        boolean isCalled = signature.endsWith(" CALLED");
        Masks.execute(
                connection,
                "CREATE FUNCTION " + (isCalled ? signature.substring(0, signature.length() - 7) : signature)
                        + " LANGUAGE WASM AS 'file:" + Guests.file("shapes-rust", folder)
                        + "' EXPORT 'nacre:shapes/echo@0.1.0#" + export + "' "
                        + (isCalled ? "CALLED ON NULL INPUT " : "") + clauses);
    }

    private static List<List<Object>> rows(ResultSet result, String... columns) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (String column : columns) {
                row.add(result.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Object> row(Object... values) {
        return java.util.Arrays.asList(values);
    }

    @Test
    void listsFunctionsWithTheirOverloads() throws SQLException {
        assertThat(rows(
                        metadata.getFunctions(null, null, null),
                        "FUNCTION_CAT",
                        "FUNCTION_SCHEM",
                        "FUNCTION_NAME",
                        "REMARKS",
                        "FUNCTION_TYPE",
                        "SPECIFIC_NAME"))
                .containsExactly(
                        row(connection.getCatalog(), "Other", "a_b%", null, 1, "a_b%_1"),
                        row(connection.getCatalog(), "PUBLIC", "SCALE", "whole numbers", 1, "SCALE_1"),
                        row(connection.getCatalog(), "PUBLIC", "SCALE", null, 1, "SCALE_2"));
    }

    @Test
    void describesResultAndParameters() throws SQLException {
        assertThat(rows(
                        metadata.getFunctionColumns(null, null, null, null),
                        "FUNCTION_NAME",
                        "SPECIFIC_NAME",
                        "COLUMN_NAME",
                        "COLUMN_TYPE",
                        "DATA_TYPE",
                        "TYPE_NAME",
                        "PRECISION",
                        "NULLABLE",
                        "ORDINAL_POSITION",
                        "IS_NULLABLE"))
                .containsExactly(
                        row("a_b%", "a_b%_1", "RESULT", 4, Types.DOUBLE, "DOUBLE PRECISION", 53, 2, 0, ""),
                        row("a_b%", "a_b%_1", "x y", 1, Types.DOUBLE, "DOUBLE PRECISION", 53, 2, 1, ""),
                        row("SCALE", "SCALE_1", "RESULT", 4, Types.BIGINT, "BIGINT", 64, 1, 0, "YES"),
                        row("SCALE", "SCALE_1", "A", 1, Types.BIGINT, "BIGINT", 64, 1, 1, "YES"),
                        row(
                                "SCALE",
                                "SCALE_2",
                                "RESULT",
                                4,
                                Types.VARCHAR,
                                "CHARACTER VARYING",
                                1_000_000_000,
                                1,
                                0,
                                "YES"),
                        row("SCALE", "SCALE_2", "A", 1, Types.VARCHAR, "CHARACTER VARYING", 20, 1, 1, "YES"));
    }

    @Test
    void findsByPatterns() throws SQLException {
        assertThat(names(metadata.getFunctions(null, "PUB%", "SC_LE"))).containsExactly("SCALE", "SCALE");
        assertThat(names(metadata.getFunctions("", "", "%"))).containsExactly("SCALE", "SCALE");
        assertThat(names(metadata.getFunctions(null, "Other", "a\\_b\\%"))).containsExactly("a_b%");
        assertThat(names(metadata.getFunctions(null, "Other", "a\\_b"))).isEmpty();
        assertThat(names(metadata.getFunctions(null, null, "scale"))).isEmpty();
        assertThat(names(metadata.getFunctions("NOWHERE", null, null))).isEmpty();
        assertThat(names(metadata.getFunctions(connection.getCatalog(), null, "S%")))
                .hasSize(2);
        assertThat(rows(metadata.getFunctionColumns(null, null, "SCALE", "R%"), "COLUMN_NAME"))
                .containsExactly(row("RESULT"), row("RESULT"));
    }

    private static List<String> names(ResultSet functions) throws SQLException {
        List<String> names = new ArrayList<>();
        while (functions.next()) {
            names.add(functions.getString("FUNCTION_NAME"));
        }
        return names;
    }

    @Test
    void keepsProceduresToAliasesOfH2() throws SQLException {
        assertThat(rows(metadata.getProcedures(null, null, null), "PROCEDURE_SCHEM", "PROCEDURE_NAME"))
                .containsExactly(row("PUBLIC", "JAVA_F"));
        assertThat(rows(metadata.getProcedureColumns(null, null, "JAVA%", null), "PROCEDURE_NAME", "COLUMN_NAME"))
                .containsExactly(row("JAVA_F", "RESULT"), row("JAVA_F", "P1"));
    }

    @Test
    void hidesTheAliasesThatNacreMakes() throws SQLException {
        DatabaseMetaData h2 = connection.unwrap(JdbcConnection.class).getMetaData();
        assertThat(rows(h2.getProcedures(null, AliasName.SCHEMA, null), "PROCEDURE_NAME"))
                .containsExactly(row("Other.a_b%"));
        assertThat(rows(h2.getProcedureColumns(null, AliasName.SCHEMA, null, null), "PROCEDURE_NAME"))
                .contains(row("Other.a_b%"));

        assertThat(rows(metadata.getProcedures(null, null, null), "PROCEDURE_NAME"))
                .containsExactly(row("JAVA_F"));
        assertThat(rows(metadata.getProcedureColumns(null, null, "Other%", null), "PROCEDURE_NAME"))
                .isEmpty();
    }

    @Test
    void hasTheColumnsOfH2() throws SQLException {
        DatabaseMetaData h2 = connection.unwrap(JdbcConnection.class).getMetaData();
        assertThat(columns(metadata.getFunctions(null, null, null)))
                .isEqualTo(columns(h2.getFunctions(null, null, null)));
        assertThat(columns(metadata.getFunctionColumns(null, null, null, null)))
                .isEqualTo(columns(h2.getFunctionColumns(null, null, null, null)));
    }

    private static List<String> columns(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<String> found = new ArrayList<>();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            found.add(columns.getColumnLabel(index) + " " + columns.getColumnTypeName(index));
        }
        return found;
    }
}
