package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import dev.nacre.testkit.Rows;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of several kinds side by side: names, DROP, IMPORT, SHOW, another component, damaged rows. */
class KindNamesTest {
    private static final String SCALAR =
            "CREATE FUNCTION F(A BIGINT, B BIGINT) RETURNS ROW(QUOTIENT BIGINT, REMAINDER BIGINT) LANGUAGE WASM"
                    + " FROM KINDS EXPORT 'nacre:kinds/procedures#divide'";
    private static final String VECTORIZED =
            "CREATE FUNCTION F(V BIGINT) RETURNS BIGINT LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/vectors#twice'";
    private static final String TABLE = "CREATE FUNCTION F LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/tables#series'";
    private static final String PROCESSOR =
            "CREATE FUNCTION F LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/processors#smooth'";
    private static final String AGGREGATE =
            "CREATE AGGREGATE FUNCTION F LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/aggregates#sum-of'";
    private static final String PROCEDURE =
            "CREATE PROCEDURE F LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/procedures#note'";

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
        Sql.component(connection, "KINDS", "kinds-rust");
    }

    private List<String> kinds() throws SQLException {
        return Sql.rows(connection, "SELECT KIND FROM NACRE.FUNCTIONS ORDER BY FUNCTION_ID");
    }

    private static String named(String statement, String name) {
        return statement.replace(" F ", " " + name + " ").replace(" F(", " " + name + "(");
    }

    @Test
    void countsScalarAndVectorizedAsOneKind() throws SQLException {
        Sql.execute(connection, SCALAR, VECTORIZED);
        assertThat(kinds()).containsExactly("SCALAR", "VECTORIZED");
        Sql.execute(connection, "DROP FUNCTION F(BIGINT)", "DROP FUNCTION F");
        Sql.execute(connection, VECTORIZED, SCALAR);
        assertThat(kinds()).containsExactly("VECTORIZED", "SCALAR");
    }

    @Test
    void overloadsProcessorsAndTableFunctions() throws SQLException {
        Sql.execute(connection, TABLE, PROCESSOR);
        assertThat(kinds()).containsExactly("TABLE", "TABLE");
    }

    @Test
    void givesANameToOneKind() throws SQLException {
        Sql.execute(connection, AGGREGATE);
        String found =
                ", found an aggregate, 'PUBLIC.F(BIGINT)'; take another name, or DROP AGGREGATE FUNCTION PUBLIC.F first";
        String expected = "function 'PUBLIC.F': expected a name that is free for ";
        assertThatSqlFails(connection, SCALAR).hasState("42723").hasMessage(expected + "a scalar function" + found);
        assertThatSqlFails(connection, VECTORIZED).hasState("42723").hasMessage(expected + "a scalar function" + found);
        assertThatSqlFails(connection, TABLE).hasState("42723").hasMessage(expected + "a table function" + found);
        assertThatSqlFails(connection, PROCEDURE).hasState("42723").hasMessage(expected + "a procedure" + found);
        assertThatSqlFails(connection, VECTORIZED.replace("CREATE", "CREATE OR REPLACE"))
                .hasState("42723")
                .hasMessage(expected + "a scalar function" + found);
        assertThatSqlFails(connection, VECTORIZED.replace("FUNCTION", "FUNCTION IF NOT EXISTS"))
                .hasState("42723");
        assertThatSqlFails(connection, TABLE.replace("FUNCTION", "FUNCTION IF NOT EXISTS"))
                .hasState("42723")
                .leavesUsable(connection);
        assertThat(kinds()).containsExactly("AGGREGATE");

        Sql.execute(connection, "DROP AGGREGATE FUNCTION PUBLIC.F", PROCEDURE);
        assertThatSqlFails(connection, AGGREGATE)
                .hasState("42723")
                .hasMessage(expected
                        + "an aggregate, found a procedure, 'PUBLIC.F(CHARACTER VARYING)'; take another name, or"
                        + " DROP PROCEDURE PUBLIC.F first");
        Sql.execute(connection, "DROP PROCEDURE F", TABLE);
        assertThatSqlFails(connection, SCALAR)
                .hasState("42723")
                .hasMessage(
                        expected + "a scalar function, found a table function, 'PUBLIC.F(BIGINT, BIGINT)'; take another"
                                + " name, or DROP FUNCTION PUBLIC.F first");
    }

    @Test
    void leavesAloneAndReplacesWithinAKind() throws SQLException {
        Sql.execute(
                connection,
                AGGREGATE,
                AGGREGATE.replace("FUNCTION", "FUNCTION IF NOT EXISTS").replace("sum-of", "nothing"));
        assertThatSqlFails(connection, AGGREGATE)
                .hasState("42723")
                .hasMessage(
                        "function 'PUBLIC.F(BIGINT)' exists: write CREATE OR REPLACE AGGREGATE FUNCTION, or drop it first");
        Sql.execute(connection, AGGREGATE.replace("CREATE", "CREATE OR REPLACE").replace("sum-of", "account"));
        assertThat(Sql.rows(connection, "SELECT KIND, RETURNS FROM NACRE.FUNCTIONS"))
                .containsExactly("AGGREGATE CHARACTER VARYING");
        Sql.execute(
                connection,
                named(PROCEDURE, "P"),
                named(PROCEDURE, "P").replace("PROCEDURE", "PROCEDURE IF NOT EXISTS"));
        Sql.execute(connection, named(TABLE, "T"), named(TABLE, "T").replace("CREATE", "CREATE OR REPLACE"));
        assertThat(kinds()).containsExactlyInAnyOrder("AGGREGATE", "PROCEDURE", "TABLE");
    }

    @ParameterizedTest
    @CsvSource({"FUNCTION", "PROCEDURE"})
    void saysHowToDropAnAggregate(String words) throws SQLException {
        Sql.execute(connection, AGGREGATE);
        for (String ifExists : List.of("", "IF EXISTS ")) {
            assertThatSqlFails(connection, "DROP " + words + " " + ifExists + "F")
                    .hasState("42883")
                    .hasMessage("function 'PUBLIC.F': DROP " + words
                            + " found an aggregate, 'PUBLIC.F(BIGINT)'; write DROP AGGREGATE FUNCTION PUBLIC.F")
                    .leavesUsable(connection);
        }
        Sql.execute(connection, "DROP AGGREGATE FUNCTION F(BIGINT)");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void dropsByTypes() throws SQLException {
        Sql.execute(connection, TABLE, PROCESSOR);
        assertThatSqlFails(connection, "DROP FUNCTION F").hasState("42725");
        assertThatSqlFails(connection, "DROP FUNCTION F(TABLE(A INT), BIGINT)").hasState("42883");
        Sql.execute(connection, "DROP FUNCTION F(TABLE(DEVICE VARCHAR(5), AT BIGINT, VALUE DOUBLE PRECISION), BIGINT)");
        assertThat(Sql.rows(connection, "SELECT PARAMETER_TYPES FROM NACRE.FUNCTIONS"))
                .containsExactly("BIGINT, BIGINT");
        Sql.execute(connection, "DROP FUNCTION F(BIGINT, BIGINT)", PROCEDURE, "DROP PROCEDURE F(VARCHAR)");
        assertThat(kinds()).isEmpty();
        Sql.execute(connection, "DROP AGGREGATE FUNCTION IF EXISTS F", "DROP PROCEDURE IF EXISTS F");
    }

    @Test
    void importsResources() throws SQLException {
        assertThatSqlFails(
                        connection,
                        "IMPORT FUNCTIONS FROM KINDS LIMIT TO ('nacre:kinds/tables#picky',"
                                + " 'nacre:kinds/aggregates#picky')")
                .hasState("42723")
                .hasMessage(
                        "IMPORT FUNCTIONS FROM 'KINDS': export 'nacre:kinds/aggregates@0.1.0#picky' as PUBLIC.PICKY(BIGINT,"
                                + " BIGINT): it is an aggregate, and export 'nacre:kinds/tables@0.1.0#picky', which would have the"
                                + " same name, a table function, or leave one out with EXCEPT"
                                + " ('nacre:kinds/aggregates@0.1.0#picky') and give it another name with CREATE FUNCTION");
        Sql.execute(
                connection,
                "IMPORT FUNCTIONS FROM KINDS LIMIT TO ('nacre:kinds/aggregates#sum-of', 'nacre:kinds/tables@0.1.0#ladder',"
                        + " 'nacre:kinds/processors#smooth', 'nacre:kinds/tables#series', 'nacre:kinds/procedures#greet')");
        assertThat(Sql.rows(connection, "SELECT FUNCTION_NAME, KIND FROM NACRE.FUNCTIONS ORDER BY FUNCTION_ID"))
                .containsExactly("SUM_OF AGGREGATE", "LADDER TABLE", "SMOOTH TABLE", "SERIES TABLE", "GREET SCALAR");
        Sql.execute(connection, "DROP AGGREGATE FUNCTION SUM_OF", named(PROCEDURE, "SUM_OF"));
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM KINDS LIMIT TO ('nacre:kinds/aggregates#sum-of')")
                .hasState("42723")
                .hasMessageContaining("as PUBLIC.SUM_OF(BIGINT): it is an aggregate, and there is a procedure,"
                        + " 'PUBLIC.SUM_OF(CHARACTER VARYING)'; drop that, or leave one out")
                .leavesUsable(connection);
    }

    @Test
    void importsAllButWhatIsLeftOut() throws SQLException {
        assertThatSqlFails(connection, "IMPORT FUNCTIONS FROM KINDS").leavesUsable(connection);
        assertThat(Rows.of(connection, "SHOW FUNCTIONS")).isEmpty();

        Sql.component(connection, "STATS", "stats-rust");
        Sql.execute(connection, "IMPORT FUNCTIONS FROM STATS EXCEPT ('nacre:stats/aggregates#variance')");
        assertThat(Sql.rows(connection, "SELECT FUNCTION_NAME, KIND FROM NACRE.FUNCTIONS ORDER BY FUNCTION_ID"))
                .containsExactly("DISTINCT_COUNT AGGREGATE", "QUANTILE AGGREGATE");
        Sql.component(connection, "CSV", "csv-rust");
        Sql.execute(connection, "IMPORT FUNCTIONS FROM CSV");
        assertThat(Sql.rows(connection, "SELECT FUNCTION_NAME FROM NACRE.FUNCTIONS WHERE KIND = 'TABLE' ORDER BY 1"))
                .containsExactly("READ", "RECORDS");
    }

    @Test
    void showsTextThatMakesEachKindAgain() throws SQLException {
        Sql.execute(
                connection,
                named(VECTORIZED, "V") + " DETERMINISTIC",
                named(TABLE, "T") + " ON ERROR NULL COMMENT 'numbers'",
                "CREATE FUNCTION \"l \"\"1\"(X BIGINT) RETURNS TABLE(\"a \"\"b\" INTEGER) LANGUAGE WASM FROM KINDS EXPORT"
                        + " 'nacre:kinds/tables#plain'",
                named(PROCESSOR, "P") + " WITH (batch_rows = 7)",
                named(AGGREGATE, "A") + " DETERMINISTIC RETURNS NULL ON NULL INPUT",
                named(PROCEDURE, "C") + " RETURNS NULL ON NULL INPUT");
        try (Connection other = DriverManager.getConnection("jdbc:nacre:h2:mem:")) {
            Sql.component(other, "KINDS", "kinds-rust");
            for (String name : List.of("V", "T", "\"l \"\"1\"", "P", "A", "C")) {
                Sql.execute(other, (String) Rows.single(connection, "SHOW CREATE FUNCTION " + name));
            }
            assertThat(Sql.catalog(other)).isEqualTo(Sql.catalog(connection));
            assertThat(Rows.of(other, "SHOW FUNCTIONS")).isEqualTo(Rows.of(connection, "SHOW FUNCTIONS"));
        }
    }

    @Test
    void describesEachKind() throws SQLException {
        Sql.execute(connection, named(PROCESSOR, "P"), named(AGGREGATE, "A"), named(PROCEDURE, "C"));
        String types =
                "PUBLIC.P(TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION), BIGINT) ";
        assertThat(Sql.rows(connection, "DESCRIBE FUNCTION P"))
                .startsWith(
                        types
                                + "parameter ROWS TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION)",
                        types + "parameter WIDTH BIGINT",
                        types
                                + "returns null TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION)",
                        types + "kind null TABLE")
                .contains(types + "export null nacre:kinds/processors@0.1.0#smooth");
        assertThat(Sql.rows(connection, "DESCRIBE FUNCTION A")).contains("PUBLIC.A(BIGINT) kind null AGGREGATE");
        assertThat(Sql.rows(connection, "DESCRIBE FUNCTION C"))
                .contains("PUBLIC.C(CHARACTER VARYING) kind null PROCEDURE");
        assertThat(Sql.rows(connection, "SHOW FUNCTIONS LIKE 'A'"))
                .containsExactly("PUBLIC A BIGINT BIGINT AGGREGATE nacre:kinds/aggregates@0.1.0#sum-of KINDS ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "vectors#twice|FUNCTION|(V BIGINT) RETURNS BIGINT",
                "tables#series|FUNCTION|",
                "tables#ladder|FUNCTION|",
                "processors#relabel|FUNCTION|",
                "processors#smooth|FUNCTION|",
                "aggregates#sum-of|AGGREGATE FUNCTION|",
                "procedures#swap|PROCEDURE|",
            })
    void checksEachKindAgainstAnotherComponent(String export, String words, String signature) throws SQLException {
        Sql.execute(
                connection,
                "CREATE " + words + " F" + (signature == null ? "" : signature)
                        + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/" + export + "'");
        assertThatSqlFails(connection, "CREATE OR REPLACE COMPONENT KINDS FROM " + Sql.bytes("stats-rust"))
                .hasState("42P13")
                .hasMessageStartingWith("component 'KINDS': function 'PUBLIC.F(")
                .hasMessageContaining("expected an export 'nacre:kinds/" + export.replace("#", "@0.1.0#")
                        + "', found 'nacre:stats/aggregates@0.1.0#distinct-count',"
                        + " 'nacre:stats/aggregates@0.1.0#quantile', 'nacre:stats/aggregates@0.1.0#variance'; drop the"
                        + " function first, or keep the export")
                .leavesUsable(connection);
        Sql.execute(connection, "CREATE OR REPLACE COMPONENT KINDS FROM " + Sql.bytes("kinds-rust"));
        assertThat(kinds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FUNCTION|tables#ladder|ladder.next|ladder.nexx|expected resource 'nacre:kinds/tables@0.1.0#ladder' to have a"
                        + " method 'next', which a table function needs; found nexx",
                "FUNCTION|tables#count-to|counter.next|counter.nexx|expected resource 'nacre:kinds/tables@0.1.0#counter' to"
                        + " have a method 'next', which a table function needs; found nexx",
                "FUNCTION|tables#series|square|sqaare|expected columns for WIT 'list<record { n: s64, sqaare: s64, name:"
                        + " string }>', found TABLE(\"N\" BIGINT, \"SQUARE\" BIGINT, \"NAME\" CHARACTER VARYING); declare them"
                        + " TABLE(\"N\" BIGINT, \"SQAARE\" BIGINT, \"NAME\" CHARACTER VARYING), or leave them out",
                "FUNCTION|processors#smooth|smooth.process|smooth.prozess|expected resource"
                        + " 'nacre:kinds/processors@0.1.0#smooth' to have a method 'process', which a function over a table"
                        + " needs; found prozess, finish",
                "AGGREGATE FUNCTION|aggregates#joined|joined.finish|joined.finixx|expected resource"
                        + " 'nacre:kinds/aggregates@0.1.0#joined' to have a method 'finish', which an aggregate needs; found"
                        + " add, finixx",
                "PROCEDURE|procedures#divide|quotient|quotiant|result: expected an SQL type for WIT 'result<record { quotiant:"
                        + " s64, remainder: s64 }, string>', found ROW(\"QUOTIENT\" BIGINT, \"REMAINDER\" BIGINT)",
            })
    void checksTheShapeOfEachKindAgainstAnotherComponent(
            String words, String export, String part, String other, String message) throws SQLException {
        Sql.execute(connection, "CREATE " + words + " F LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/" + export + "'");
        assertThatSqlFails(
                        connection,
                        "CREATE OR REPLACE COMPONENT KINDS FROM "
                                + Sql.bytes("kinds-rust").replace(digits(part), digits(other)))
                .hasState("42P13")
                .hasMessageStartingWith("component 'KINDS': function 'PUBLIC.F(")
                .hasMessageContaining("', which uses it: " + message)
                .hasMessageEndingWith("; drop the function first, or keep the type of its export")
                .leavesUsable(connection);
    }

    private static String digits(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void dropsEachKindWhereRowsGiveOneNameToTwo() throws SQLException {
        Sql.execute(
                connection,
                SCALAR,
                VECTORIZED,
                "UPDATE NACRE.CATALOG_FUNCTION SET KIND = 'PROCEDURE' WHERE KIND = 'SCALAR'",
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1",
                "DROP PROCEDURE F");
        assertThat(kinds()).containsExactly("VECTORIZED");
        Sql.execute(connection, "DROP FUNCTION F");
    }

    @ParameterizedTest
    @CsvSource({"SCALAR", "VECTORIZED", "AGGREGATE", "PROCEDURE"})
    void callsRowsOfAnotherKindDamaged(String kind) throws SQLException {
        Sql.execute(connection, TABLE, named(PROCESSOR, "P"), named(AGGREGATE, "A"));
        Sql.execute(connection, "UPDATE NACRE.CATALOG_FUNCTION SET KIND = '" + kind + "' WHERE FUNCTION_NAME = 'F'");
        Sql.execute(
                connection,
                "UPDATE NACRE.CATALOG_FUNCTION SET KIND = 'TABLE' WHERE FUNCTION_NAME = 'A'",
                "UPDATE NACRE.CATALOG_VERSION SET VERSION = VERSION + 1");
        try (Connection again = database.connect()) {
            assertThatSqlFails(again, "DESCRIBE FUNCTION F")
                    .hasState("XX000")
                    .hasMessageContaining("expected a signature of a function of kind " + kind
                            + ", found '(\"FIRST\" BIGINT," + " \"LAST\" BIGINT) RETURNS TABLE(");
            assertThatSqlFails(again, "DESCRIBE FUNCTION A")
                    .hasState("XX000")
                    .hasMessageContaining("expected a signature of a function of kind TABLE");
            assertThat(Sql.rows(again, "DESCRIBE FUNCTION P")).isNotEmpty();
        }
    }
}
