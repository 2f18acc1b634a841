package dev.nacre.ddl;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.adapter.Leaks;
import dev.nacre.testkit.FreshDatabase;
import dev.nacre.testkit.LeakCheck;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of function an export becomes: by itself, by the signature that is written, or not at all. */
class KindTest {
    private static final String NUMBER = "TABLE(\"N\" BIGINT, \"SQUARE\" BIGINT, \"NAME\" CHARACTER VARYING)";
    private static final String READING =
            "TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION)";

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

    /** Makes what the words say, named F, from an export of the guest. */
    private void create(String words, String signature, String export) throws SQLException {
        Sql.execute(connection, sql(words, signature, export));
    }

    private static String sql(String words, String signature, String export) {
        return "CREATE " + words + " F" + signature + " LANGUAGE WASM FROM KINDS EXPORT 'nacre:kinds/" + export + "'";
    }

    private String kindAndResult() throws SQLException {
        return Sql.rows(connection, "SELECT KIND, RETURNS FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME = 'F'")
                .get(0);
    }

    private String parameters() throws SQLException {
        return String.join(
                ", ",
                Sql.rows(
                        connection,
                        "SELECT PARAMETER_NAME, TYPE FROM NACRE.FUNCTION_PARAMETERS WHERE FUNCTION_NAME = 'F'"
                                + " ORDER BY POSITION"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FUNCTION|tables#series|FIRST BIGINT, LAST BIGINT|TABLE number",
                "FUNCTION|tables#failing|N BIGINT|TABLE number",
                "FUNCTION|tables#singles|N BIGINT|SCALAR BIGINT ARRAY",
                "FUNCTION|tables#count-from|FIRST BIGINT|TABLE number",
                "FUNCTION|tables#try-count|FIRST BIGINT, LAST BIGINT|TABLE number",
                "FUNCTION|tables#ladder|FIRST BIGINT, LAST BIGINT|TABLE number",
                "FUNCTION|tables#stepper|FIRST BIGINT, LAST BIGINT|TABLE number",
                "FUNCTION|tables#plain|LAST BIGINT|TABLE TABLE(\"VALUE\" BIGINT)",
                "FUNCTION|tables#picky|N BIGINT|TABLE number",
                "FUNCTION|tables#hesitant|N BIGINT|TABLE number",
                "FUNCTION|processors#above|ROWS ROW(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION) ARRAY, LIMIT DOUBLE PRECISION|TABLE alert",
                "FUNCTION|processors#relabel|ROWS reading|TABLE alert",
                "FUNCTION|processors#relabel-checked|ROWS reading|TABLE alert",
                "FUNCTION|processors#hoard|ROWS reading|TABLE reading",
                "FUNCTION|processors#smooth|ROWS reading, WIDTH BIGINT|TABLE TABLE(\"DEVICE\" CHARACTER VARYING,"
                        + " \"AT\" BIGINT, \"VALUE\" DOUBLE PRECISION)",
                "FUNCTION|processors#picky|ROWS reading, N BIGINT|TABLE alert",
                "AGGREGATE FUNCTION|aggregates#mean|V DOUBLE PRECISION|AGGREGATE DOUBLE PRECISION",
                "AGGREGATE FUNCTION|aggregates#joined|S CHARACTER VARYING, SEPARATOR CHARACTER VARYING|AGGREGATE CHARACTER VARYING",
                "AGGREGATE FUNCTION|aggregates#weighted|VALUE DOUBLE PRECISION, WEIGHT DOUBLE PRECISION|AGGREGATE DOUBLE PRECISION",
                "AGGREGATE FUNCTION|aggregates#counted|V BIGINT|AGGREGATE DECIMAL(20, 0)",
                "AGGREGATE FUNCTION|aggregates#range|V BIGINT|AGGREGATE ROW(\"LOW\" BIGINT, \"HIGH\" BIGINT)",
                "AGGREGATE FUNCTION|aggregates#collected|V CHARACTER VARYING|AGGREGATE CHARACTER VARYING ARRAY",
                "PROCEDURE|procedures#divide|A BIGINT, B BIGINT|PROCEDURE ROW(\"QUOTIENT\" BIGINT, \"REMAINDER\" BIGINT)",
                "PROCEDURE|procedures#notes||PROCEDURE DECIMAL(20, 0)",
                "PROCEDURE|tables#singles|N BIGINT|PROCEDURE BIGINT ARRAY",
                "FUNCTION|procedures#divide|A BIGINT, B BIGINT|SCALAR ROW(\"QUOTIENT\" BIGINT, \"REMAINDER\" BIGINT)",
                "FUNCTION|vectors#twice|V BIGINT ARRAY|SCALAR BIGINT ARRAY",
            })
    void followsFromTheExport(String words, String export, String parameters, String result) throws SQLException {
        create(words, "", export);
        String alert = "TABLE(\"DEVICE\" CHARACTER VARYING, \"AT\" BIGINT, \"TEXT\" CHARACTER VARYING)";
        assertThat(parameters()).isEqualTo(parameters == null ? "" : parameters.replace("reading", READING));
        assertThat(kindAndResult())
                .isEqualTo(result.replace("number", NUMBER)
                        .replace("reading", READING)
                        .replace("alert", alert));
    }

    @Test
    void followsFromTheWrittenSignature() throws SQLException {
        create("FUNCTION", "(V BIGINT) RETURNS BIGINT", "vectors#twice");
        assertThat(kindAndResult()).isEqualTo("VECTORIZED BIGINT");
        create("OR REPLACE FUNCTION", "(V BIGINT) RETURNS VARCHAR(9)", "vectors#label");
        assertThat(kindAndResult()).isEqualTo("VECTORIZED CHARACTER VARYING(9)");
        Sql.execute(connection, "DROP FUNCTION F");

        create("FUNCTION", "(N BIGINT) RETURNS TABLE(M INTEGER)", "tables#singles");
        assertThat(kindAndResult()).isEqualTo("TABLE TABLE(\"M\" INTEGER)");
        Sql.execute(connection, "DROP FUNCTION F");

        create("PROCEDURE", "(A INTEGER, B INTEGER) RETURNS ROW(X BIGINT, Y BIGINT)", "procedures#swap");
        assertThat(kindAndResult()).isEqualTo("PROCEDURE ROW(\"X\" BIGINT, \"Y\" BIGINT)");
    }

    @Test
    void takesParametersWithoutNamesFromTheExport() throws SQLException {
        create("AGGREGATE FUNCTION", "(VARCHAR(10), VARCHAR(1)) RETURNS VARCHAR(50)", "aggregates#joined");
        assertThat(parameters()).isEqualTo("P1 CHARACTER VARYING(10), P2 CHARACTER VARYING(1)");
        create("OR REPLACE AGGREGATE FUNCTION", "(VARCHAR(10), VARCHAR(1))", "aggregates#joined");
        assertThat(parameters()).isEqualTo("S CHARACTER VARYING(10), SEPARATOR CHARACTER VARYING(1)");
    }

    @Test
    void takesColumnsInAnyOrderByName() throws SQLException {
        create(
                "FUNCTION",
                "(BIGINT, BIGINT) RETURNS TABLE(NAME VARCHAR(9), \"n\" INTEGER, SQUARE DECIMAL(20))",
                "tables#series");
        assertThat(kindAndResult())
                .isEqualTo("TABLE TABLE(\"NAME\" CHARACTER VARYING(9), \"n\" INTEGER, \"SQUARE\" DECIMAL(20))");
        Sql.execute(connection, "DROP FUNCTION F");
        create(
                "FUNCTION",
                "(R TABLE(VALUE DOUBLE PRECISION, AT BIGINT, DEVICE VARCHAR(20)), L DOUBLE PRECISION)",
                "processors#above");
        assertThat(parameters())
                .isEqualTo(
                        "R TABLE(\"VALUE\" DOUBLE PRECISION, \"AT\" BIGINT, \"DEVICE\" CHARACTER VARYING(20)), L DOUBLE PRECISION");
    }

    @Test
    void refusesColumnsThatDoNotFit() throws SQLException {
        String start = "function 'PUBLIC.F': expected columns for WIT '";
        assertThatSqlFails(connection, sql("FUNCTION", " RETURNS TABLE(N BIGINT, NAME VARCHAR)", "tables#series"))
                .hasState("42P13")
                .hasMessageStartingWith(start)
                .hasMessageContaining("found TABLE(\"N\" BIGINT, \"NAME\" CHARACTER VARYING); declare them " + NUMBER
                        + ", or leave them out; its exports are:\n")
                .leavesUsable(connection);
        assertThatSqlFails(
                        connection,
                        sql("FUNCTION", " RETURNS TABLE(N DATE, NAME VARCHAR, SQUARE INT)", "tables#ladder"))
                .hasState("42P13")
                .hasMessageStartingWith(start);
        assertThatSqlFails(
                        connection,
                        sql(
                                "FUNCTION",
                                "(R TABLE(DEVICE VARCHAR, WHEN_IT BIGINT, VALUE DOUBLE PRECISION))",
                                "processors#relabel"))
                .hasState("42P13")
                .hasMessageStartingWith(start)
                .hasMessageContaining("\"WHEN_IT\" BIGINT, \"VALUE\" DOUBLE PRECISION); declare them " + READING);
    }

    @Test
    void refusesNamesThatStandThereTwice() throws SQLException {
        assertThatSqlFails(connection, sql("FUNCTION", "\n RETURNS TABLE(N BIGINT, n BIGINT)", "tables#series"))
                .hasState("42P13")
                .hasMessage("line 2, column 26: column \"N\" stands there twice; give each another name");
        assertThatSqlFails(connection, sql("FUNCTION", "(R TABLE(AT INT, AT INT))", "processors#relabel"))
                .hasState("42P13")
                .hasMessageContaining("column \"AT\" stands there twice");
        assertThatSqlFails(connection, sql("PROCEDURE", "(A INT, B INT) RETURNS ROW(X INT, X INT)", "procedures#swap"))
                .hasState("42P13")
                .hasMessageContaining("column \"X\" stands there twice");
    }

    @Test
    void listsAllExportsReadyToPaste() throws SQLException {
        Sql.component(connection, "STATS", "stats-rust");
        assertThatSqlFails(connection, "CREATE AGGREGATE FUNCTION F LANGUAGE WASM FROM STATS EXPORT 'nothing'")
                .hasState("42P13")
                .hasMessage("function 'PUBLIC.F': expected an export 'nothing'; its exports are:\n"
                        + "  CREATE AGGREGATE FUNCTION distinct_count(\"TEXT\" CHARACTER VARYING) RETURNS DECIMAL(20, 0)"
                        + " LANGUAGE WASM FROM \"STATS\" EXPORT 'nacre:stats/aggregates@0.1.0#distinct-count';\n"
                        + "  CREATE AGGREGATE FUNCTION quantile(\"X\" DOUBLE PRECISION, \"PART\" DOUBLE PRECISION)"
                        + " RETURNS DOUBLE PRECISION LANGUAGE WASM FROM \"STATS\" EXPORT"
                        + " 'nacre:stats/aggregates@0.1.0#quantile';\n"
                        + "  CREATE AGGREGATE FUNCTION variance(\"X\" DOUBLE PRECISION) RETURNS DOUBLE PRECISION"
                        + " LANGUAGE WASM FROM \"STATS\" EXPORT 'nacre:stats/aggregates@0.1.0#variance';");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FUNCTION||aggregates#sum-of|an aggregate; write CREATE AGGREGATE FUNCTION",
                "FUNCTION|(V BIGINT) RETURNS BIGINT|aggregates#sum-of|an aggregate; write CREATE AGGREGATE FUNCTION",
                "AGGREGATE FUNCTION||tables#series|no aggregate, which is a resource with a constructor, 'add' and"
                        + " 'finish'; write CREATE FUNCTION",
                "AGGREGATE FUNCTION|(V BIGINT) RETURNS BIGINT|vectors#twice|no aggregate, which is a resource with a"
                        + " constructor, 'add' and 'finish'; write CREATE FUNCTION",
                "AGGREGATE FUNCTION||tables#ladder|no aggregate, which is a resource with a constructor, 'add' and"
                        + " 'finish'; write CREATE FUNCTION",
                "PROCEDURE||aggregates#sum-of|a resource, and a procedure is a function; write CREATE AGGREGATE FUNCTION",
                "PROCEDURE|() RETURNS BIGINT|processors#tally|a resource, and a procedure is a function; write CREATE"
                        + " FUNCTION",
            })
    void saysWhatToWriteForAnotherKind(String words, String signature, String export, String found)
            throws SQLException {
        String full = "nacre:kinds/" + export.replace("#", "@0.1.0#");
        assertThatSqlFails(connection, sql(words, signature == null ? "" : signature, export))
                .hasState("42P13")
                .hasMessage("function 'PUBLIC.F': export '" + full + "' is " + found)
                .leavesUsable(connection);
    }

    @Test
    void listsWhatIsRefusedWithTheReason() throws SQLException {
        Sql.component(connection, "MISSHAPEN", "misshapen");
        assertThatSqlFails(connection, "CREATE FUNCTION F LANGUAGE WASM FROM MISSHAPEN EXPORT 'nothing'")
                .hasState("42P13")
                .hasMessageContaining(
                        "\n  -- talking-add: expected '[method]talking-add.add' to give nothing or a result without"
                                + " a value, found func(self: borrow<talking-add>, v: s64) -> s64\n")
                .hasMessageContaining("\n  -- silent-next: expected a function that gives rows, found func(self:"
                        + " borrow<silent-next>, max: u32)\n");
    }

    @Test
    void takesTheOnlyExport() throws SQLException {
        Sql.component(connection, "MASKS", "telemetry-c");
        Sql.execute(connection, "CREATE PROCEDURE F LANGUAGE WASM FROM MASKS");
        assertThat(kindAndResult()).isEqualTo("PROCEDURE BINARY VARYING");
        assertThatSqlFails(connection, "CREATE AGGREGATE FUNCTION G LANGUAGE WASM FROM MASKS")
                .hasState("42P13")
                .hasMessageContaining("the component does not export exactly one resource that is an aggregate");
        assertThatSqlFails(connection, "CREATE AGGREGATE FUNCTION G LANGUAGE WASM FROM KINDS")
                .hasState("42P13")
                .hasMessageContaining("expected EXPORT");
    }

    @Test
    void refusesResourcesThatLackSomething() throws SQLException {
        Sql.component(connection, "MISSHAPEN", "misshapen");
        assertThatSqlFails(connection, sql("FUNCTION", "", "tables#counter"))
                .hasState("42P13")
                .hasMessage("function 'PUBLIC.F': export 'nacre:kinds/tables@0.1.0#counter': expected a resource with a"
                        + " constructor and with 'next' (a table function), 'process' (one over a table) or 'add' and"
                        + " 'finish' (an aggregate), found next");
        assertThatSqlFails(connection, sql("FUNCTION", "() RETURNS TABLE(N BIGINT)", "tables#counter"))
                .hasState("42P13")
                .hasMessageStartingWith(
                        "function 'PUBLIC.F': expected resource 'nacre:kinds/tables@0.1.0#counter' to have"
                                + " a constructor, found none; its exports are:");
        assertThatSqlFails(
                        connection,
                        "CREATE FUNCTION F() RETURNS TABLE(N BIGINT) LANGUAGE WASM FROM MISSHAPEN EXPORT 'idle'")
                .hasState("42P13")
                .hasMessageStartingWith(
                        "function 'PUBLIC.F': expected resource 'idle' to have a method 'next', which a table"
                                + " function needs; found none; its exports are:");
        assertThatSqlFails(
                        connection,
                        "CREATE FUNCTION F(R TABLE(N BIGINT)) RETURNS TABLE(N BIGINT) LANGUAGE WASM FROM MISSHAPEN EXPORT"
                                + " 'endless-add'")
                .hasState("42P13")
                .hasMessageStartingWith(
                        "function 'PUBLIC.F': expected resource 'endless-add' to have a method 'process',"
                                + " which a function over a table needs; found add; its exports are:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FUNCTION|wide-next|expected '[method]wide-next.next' to be next: func(max: u32) -> list<record> or next:"
                        + " func() -> option<record>, found func(self: borrow<wide-next>, max: u64) -> list<s64>",
                "FUNCTION|single-next|expected '[method]single-next.next' to be next: func(max: u32) -> list<record> or"
                        + " next: func() -> option<record>, found func(self: borrow<single-next>, max: u32) -> option<s64>",
                "FUNCTION|silent-next|export 'silent-next': expected a function that gives rows, found func(self:"
                        + " borrow<silent-next>, max: u32)",
                "FUNCTION|curious-finish|expected '[method]curious-finish.finish' to take nothing, found func(self:"
                        + " borrow<curious-finish>, n: u32) -> list<s64>",
                "AGGREGATE FUNCTION|talking-add|expected '[method]talking-add.add' to give nothing or a result without a"
                        + " value, found func(self: borrow<talking-add>, v: s64) -> s64",
                "AGGREGATE FUNCTION|strange-remove|expected '[method]strange-remove.remove' to take what add takes, [s64],"
                        + " found func(self: borrow<strange-remove>, v: s32)",
                "AGGREGATE FUNCTION|devouring-merge|expected '[method]devouring-merge.merge' to borrow another of its"
                        + " resource, found func(self: borrow<devouring-merge>, other: devouring-merge)",
                "FUNCTION|greedy-process|export 'greedy-process': expected '[method]greedy-process.process' to take the rows"
                        + " and nothing else, found func(self: borrow<greedy-process>, rows: list<s64>, more: u32) ->"
                        + " list<s64>",
                "FUNCTION|picking-process|expected '[method]picking-process.process' to take a list of rows, found"
                        + " func(self: borrow<picking-process>, row: option<s32>) -> list<s64>",
                "AGGREGATE FUNCTION|mute-finish|expected '[method]mute-finish.finish' to give the result, found func(self:"
                        + " borrow<mute-finish>)",
                "AGGREGATE FUNCTION|asking-finish|expected '[method]asking-finish.finish' to take nothing, found func(self:"
                        + " borrow<asking-finish>, v: s64) -> s64",
                "AGGREGATE FUNCTION|lone-batch|expected a list for each parameter, found WIT 'func(self:"
                        + " borrow<lone-batch>, v: s64)'",
                "AGGREGATE FUNCTION|greedy-process|export 'greedy-process' is no aggregate, which is a resource with a"
                        + " constructor, 'add' and 'finish'; write CREATE FUNCTION",
                "AGGREGATE FUNCTION|endless-add|export 'endless-add' is no aggregate, which is a resource with a"
                        + " constructor, 'add' and 'finish'; write CREATE FUNCTION",
            })
    void refusesMethodsOfAnotherShape(String words, String resource, String message) throws SQLException {
        Sql.component(connection, "MISSHAPEN", "misshapen");
        assertThatSqlFails(connection, "CREATE " + words + " F LANGUAGE WASM FROM MISSHAPEN EXPORT '" + resource + "'")
                .hasState("42P13")
                .hasMessageStartingWith("function 'PUBLIC.F': " + message)
                .leavesUsable(connection);
    }
}
