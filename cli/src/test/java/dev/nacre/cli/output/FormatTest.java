package dev.nacre.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.testkit.FreshDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FormatTest {

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.inMemory("jdbc:nacre:h2:");

    @Test
    void alignsTableAndEscapesWhatSteersTerminals() throws Exception {
        String sql = """
                SELECT * FROM (VALUES (1, 'short', X'0aff', TRUE), (2000, U&'a\\000Ab\\001B[31m\\202E', NULL, NULL))
                AS t(number, text, bytes, truth)""";

        assertThat(written(Format.TABLE, sql)).isEqualTo("""
                        NUMBER | TEXT                 | BYTES   | TRUTH
                        -------+----------------------+---------+------
                             1 | short                | X'0aff' | TRUE
                          2000 | a\\nb\\u001b[31m\\u202e | NULL    | NULL
                        (2 rows)
                        """);
    }

    @Test
    void keepsWritingTableBeyondMeasuredRows() throws Exception {
        String sql = "SELECT REPEAT('x', CASE WHEN x = 2500 THEN 3 ELSE 1 END) AS y, 1 AS z FROM SYSTEM_RANGE(1, 2500)";

        assertThat(written(Format.TABLE, sql).lines())
                .hasSize(2503)
                .startsWith("Y | Z", "--+--", "x | 1")
                .endsWith("x | 1", "xxx | 1", "(2500 rows)");
    }

    @Test
    void writesHeadOfEmptyTable() throws Exception {
        assertThat(written(Format.TABLE, "SELECT 1 AS a WHERE FALSE")).isEqualTo("A\n-\n(0 rows)\n");
    }

    @Test
    void quotesCsvWhereNeededAndTellsNullFromEmpty() throws Exception {
        String sql = """
                SELECT NULL AS a, '' AS "b,c", 'x"y' AS d, 'l' || CHAR(10) || 'm' AS e, X'00' AS f, 1.50 AS g, ' h ' AS h""";

        assertThat(written(Format.CSV, sql))
                .isEqualTo("A,\"b,c\",D,E,F,G,H\r\n,\"\",\"x\"\"y\",\"l\nm\",00,1.50, h \r\n");
    }

    @Test
    void separatesCsvResultsByEmptyLine() throws Exception {
        assertThat(written(Format.CSV, "VALUES 1", "VALUES 2")).isEqualTo("C1\r\n1\r\n\r\nC1\r\n2\r\n");
    }

    @Test
    void writesJsonInItsOwnTypes() throws Exception {
        String sql = """
                SELECT 9223372036854775807 AS l, 1.50 AS n, 1e-7 AS d, CAST('NaN' AS DOUBLE) AS nan, TRUE AS t, NULL AS u,
                X'0a' AS b, 'q"' AS s, JSON '{"k":[1]}' AS j, ARRAY[1, NULL] AS a, ROW(X'ff', 'r') AS r,
                CAST(1 AS DECFLOAT) AS f, DATE '2026-11-22' AS dt""";

        assertThat(written(Format.JSON, sql))
                .isEqualTo("[{\"L\":9223372036854775807,\"N\":1.50,\"D\":1E-7,\"NAN\":\"NaN\",\"T\":true,\"U\":null,"
                        + "\"B\":\"0a\",\"S\":\"q\\\"\",\"J\":{\"k\":[1]},\"A\":[1,null],\"R\":[\"ff\",\"r\"],"
                        + "\"F\":1,\"DT\":\"2026-11-22\"}]\n");
    }

    @Test
    void tellsEqualLabelsApartInJson() throws Exception {
        assertThat(written(Format.JSON, "SELECT 1 AS a, 2 AS a, 3 AS \"A_2\""))
                .isEqualTo("[{\"A\":1,\"A_2\":2,\"A_2_2\":3}]\n");
    }

    @Test
    void writesEmptyJsonArray() throws Exception {
        assertThat(written(Format.JSON, "SELECT 1 WHERE FALSE")).isEqualTo("[]\n");
    }

    @Test
    void saysNothingOfChangesButInTables() throws IOException {
        assertThat(changed(Format.TABLE)).isEqualTo("done\n1 row changed\n2 rows changed\n");
        assertThat(changed(Format.CSV)).isEmpty();
        assertThat(changed(Format.JSON)).isEmpty();
    }

    private static String changed(Format format) throws IOException {
        StringWriter output = new StringWriter();
        ResultFormat results = format.to(output);
        for (long rows = 0; rows <= 2; rows++) {
            results.changed(rows);
        }
        return output.toString();
    }

    private String written(Format format, String... queries) throws SQLException, IOException {
        StringWriter output = new StringWriter();
        ResultFormat results = format.to(output);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    results.rows(rows);
                }
            }
        }
        return output.toString();
    }
}
