package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.Rows;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tools see of functions that are not scalar: results that are rows, parameters that take rows, procedures. */
class KindMetaDataTest {
    private static final String ROWS = "TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION)";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    private Connection connection;
    private Kinds kinds;
    private DatabaseMetaData metadata;

    @BeforeEach
    void makeFunctions() throws SQLException {
        connection = database.connect();
        metadata = connection.getMetaData();
        kinds = Kinds.in(connection)
                .execute("CREATE FUNCTION TWICE(V BIGINT) RETURNS BIGINT LANGUAGE WASM FROM KINDS EXPORT"
                        + " 'nacre:kinds/vectors#twice'")
                .execute(
                        "CREATE FUNCTION SERIES LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#series' COMMENT 'numbers'")
                .execute(
                        "CREATE FUNCTION SMOOTH LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/processors#smooth' COMMENT ''")
                .execute(
                        "CREATE AGGREGATE FUNCTION JOINED LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/aggregates#joined'"
                                + " COMMENT ''")
                .execute(
                        "CREATE PROCEDURE DIVIDE LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#divide' COMMENT 'whole'")
                .execute(
                        "CREATE PROCEDURE GREET LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#greet' COMMENT ''");
    }

    private static List<String> rows(ResultSet result, String... columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (String column : columns) {
                row.add(String.valueOf(result.getObject(column)));
            }
            rows.add(String.join(" ", row));
        }
        return rows;
    }

    @Test
    void listsFunctionsThatGiveRowsAndThoseThatDoNot() throws SQLException {
        int table = DatabaseMetaData.functionReturnsTable;
        int none = DatabaseMetaData.functionNoTable;
        assertThat(rows(
                        metadata.getFunctions(null, null, null),
                        "FUNCTION_NAME",
                        "FUNCTION_TYPE",
                        "REMARKS",
                        "SPECIFIC_NAME"))
                .containsExactly(
                        "JOINED " + none + " null JOINED_1",
                        "SERIES " + table + " numbers SERIES_1",
                        "SMOOTH " + table + " null SMOOTH_1",
                        "TWICE " + none + " null TWICE_1");
    }

    @Test
    void describesColumnsAndParametersOfTableFunctions() throws SQLException {
        int result = DatabaseMetaData.functionColumnResult;
        int in = DatabaseMetaData.functionColumnIn;
        assertThat(rows(
                        metadata.getFunctionColumns(null, null, "S%", null),
                        "SPECIFIC_NAME",
                        "COLUMN_NAME",
                        "COLUMN_TYPE",
                        "DATA_TYPE",
                        "TYPE_NAME",
                        "PRECISION",
                        "RADIX",
                        "REMARKS",
                        "ORDINAL_POSITION"))
                .containsExactly(
                        "SERIES_1 N " + result + " " + Types.BIGINT + " BIGINT 64 2 BIGINT 1",
                        "SERIES_1 SQUARE " + result + " " + Types.BIGINT + " BIGINT 64 2 BIGINT 2",
                        "SERIES_1 NAME " + result + " " + Types.VARCHAR
                                + " CHARACTER VARYING 1000000000 null CHARACTER VARYING 3",
                        "SERIES_1 FIRST " + in + " " + Types.BIGINT + " BIGINT 64 2 BIGINT 1",
                        "SERIES_1 LAST " + in + " " + Types.BIGINT + " BIGINT 64 2 BIGINT 2",
                        "SMOOTH_1 DEVICE " + result + " " + Types.VARCHAR
                                + " CHARACTER VARYING 1000000000 null CHARACTER VARYING 1",
                        "SMOOTH_1 AT " + result + " " + Types.BIGINT + " BIGINT 64 2 BIGINT 2",
                        "SMOOTH_1 VALUE " + result + " " + Types.DOUBLE + " DOUBLE PRECISION 53 2 DOUBLE PRECISION 3",
                        "SMOOTH_1 ROWS " + in + " " + Types.OTHER + " TABLE null null " + ROWS + " 1",
                        "SMOOTH_1 WIDTH " + in + " " + Types.BIGINT + " BIGINT 64 2 BIGINT 2");
        assertThat(rows(
                        metadata.getFunctionColumns(null, null, "SMOOTH", "R%"),
                        "COLUMN_NAME",
                        "LENGTH",
                        "SCALE",
                        "CHAR_OCTET_LENGTH"))
                .containsExactly("ROWS null null null");
    }

    @Test
    void describesAggregatesLikeFunctionsOfOneResult() throws SQLException {
        assertThat(rows(
                        metadata.getFunctionColumns(null, null, "JOINED", null),
                        "COLUMN_NAME",
                        "COLUMN_TYPE",
                        "TYPE_NAME",
                        "ORDINAL_POSITION"))
                .containsExactly(
                        "RESULT " + DatabaseMetaData.functionReturn + " CHARACTER VARYING 0",
                        "S " + DatabaseMetaData.functionColumnIn + " CHARACTER VARYING 1",
                        "SEPARATOR " + DatabaseMetaData.functionColumnIn + " CHARACTER VARYING 2");
    }

    @Test
    void listsProceduresWithTheColumnsOfTheirCall() throws SQLException {
        int type = DatabaseMetaData.procedureReturnsResult;
        assertThat(rows(
                        metadata.getProcedures(null, null, null),
                        "PROCEDURE_NAME",
                        "PROCEDURE_TYPE",
                        "REMARKS",
                        "SPECIFIC_NAME"))
                .containsExactly("DIVIDE " + type + " whole DIVIDE_1", "GREET " + type + " null GREET_1");
        assertThat(rows(
                        metadata.getProcedureColumns(null, null, null, null),
                        "PROCEDURE_NAME",
                        "COLUMN_NAME",
                        "COLUMN_TYPE",
                        "TYPE_NAME",
                        "ORDINAL_POSITION"))
                .containsExactly(
                        "DIVIDE QUOTIENT " + DatabaseMetaData.procedureColumnResult + " BIGINT 1",
                        "DIVIDE REMAINDER " + DatabaseMetaData.procedureColumnResult + " BIGINT 2",
                        "DIVIDE A " + DatabaseMetaData.procedureColumnIn + " BIGINT 1",
                        "DIVIDE B " + DatabaseMetaData.procedureColumnIn + " BIGINT 2",
                        "GREET RESULT " + DatabaseMetaData.procedureColumnReturn + " CHARACTER VARYING 0",
                        "GREET NAME " + DatabaseMetaData.procedureColumnIn + " CHARACTER VARYING 1");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("CALL DIVIDE(7, 2)")) {
            assertThat(row.getMetaData().getColumnLabel(2)).isEqualTo("REMAINDER");
        }
    }

    @Test
    void hasAllKindsInTheViews() throws SQLException {
        assertThat(
                        kinds.rows(
                                "SELECT FUNCTION_NAME, KIND, PARAMETER_TYPES, RETURNS FROM NACRE.FUNCTIONS ORDER BY FUNCTION_ID"))
                .containsExactly(
                        "TWICE VECTORIZED BIGINT BIGINT",
                        "SERIES TABLE BIGINT, BIGINT TABLE(\"N\" BIGINT, \"SQUARE\" BIGINT, \"NAME\" CHARACTER VARYING)",
                        "SMOOTH TABLE " + ROWS + ", BIGINT " + ROWS,
                        "JOINED AGGREGATE CHARACTER VARYING, CHARACTER VARYING CHARACTER VARYING",
                        "DIVIDE PROCEDURE BIGINT, BIGINT ROW(\"QUOTIENT\" BIGINT, \"REMAINDER\" BIGINT)",
                        "GREET PROCEDURE CHARACTER VARYING CHARACTER VARYING");
        assertThat(Rows.of(
                        connection,
                        "SELECT POSITION, PARAMETER_NAME, TYPE FROM NACRE.FUNCTION_PARAMETERS WHERE FUNCTION_NAME = 'SMOOTH'"
                                + " ORDER BY POSITION"))
                .containsExactly(List.of(1, "ROWS", ROWS), List.of(2, "WIDTH", "BIGINT"));
    }
}
