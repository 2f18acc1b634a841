package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.sql.ddl.CreateFunction;
import dev.nacre.sql.ddl.DropFunction;
import dev.nacre.sql.ddl.NacreStatement;
import dev.nacre.sql.ddl.RoutineKind;
import dev.nacre.sql.ddl.ShowFunctions;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.junit.jupiter.api.Test;

class NacreParserTest {

    @Test
    void readsCreateFunctionWithPositions() {
        CreateFunction statement = (CreateFunction) own("""
                CREATE FUNCTION mask(payload VARBINARY)
                  RETURNS VARBINARY LANGUAGE WASM AS 'file:telemetry.wasm' EXPORT 'handle-data';
                """);

        assertThat(statement.kind()).isEqualTo(RoutineKind.FUNCTION);
        assertThat(statement.name().name().value()).isEqualTo("MASK");
        assertThat(statement.name().span()).isEqualTo(new SourceSpan(1, 17, 1, 20));
        assertThat(statement.span()).isEqualTo(new SourceSpan(1, 1, 2, 79));
        assertThat(statement.clauses().export()).isNotNull();
        assertThat(statement.clauses().export().value()).isEqualTo("handle-data");
        assertThat(statement.clauses().export().span()).isEqualTo(new SourceSpan(2, 67, 2, 79));
    }

    @Test
    void tellsAnAbsentListFromAnEmptyOne() {
        assertThat(((DropFunction) own("DROP FUNCTION f")).parameterTypes()).isNull();
        assertThat(((DropFunction) own("DROP FUNCTION f()")).parameterTypes()).isEmpty();
    }

    @Test
    void foldsUnquotedNamesAsTold() {
        assertThat(name("DROP FUNCTION Mask", IdentifierCase.UPPER)).isEqualTo("MASK");
        assertThat(name("DROP FUNCTION Mask", IdentifierCase.LOWER)).isEqualTo("mask");
        assertThat(name("DROP FUNCTION Mask", IdentifierCase.UNCHANGED)).isEqualTo("Mask");
        assertThat(name("DROP FUNCTION \"Ma\"\"sk\"", IdentifierCase.UPPER)).isEqualTo("Ma\"sk");
    }

    @Test
    void readsShowFunctions() {
        assertThat(own("SHOW FUNCTIONS")).isInstanceOf(ShowFunctions.class);
        assertThat(own("show functions like 'a%'").toSql()).isEqualTo("SHOW FUNCTIONS LIKE 'a%'");
    }

    /** What the tree shows for them does not matter: H2 gets the text. */
    @Test
    void readsTypesThatCalciteHasNot() {
        assertThat(
                        query(
                                "SELECT CAST(ROW(1, x) AS ROW(a INT, b INTERVAL DAY(3) TO SECOND)) + CAST(CAST(y AS ENUM('a', 'b)')) AS INT)"))
                .isEqualTo("SELECT CAST(ROW(1, X) AS VARCHAR) + CAST(CAST(Y AS VARCHAR) AS INTEGER)");
        assertThat(
                        query(
                                "SELECT CAST(x AS GEOMETRY(POINT, 4326)), CAST(x AS GEOMETRY), CAST((SELECT 1 AS a) AS INTERVAL DAY)"))
                .isEqualTo("SELECT CAST(X AS VARCHAR), CAST(X AS GEOMETRY), CAST((SELECT 1 AS A) AS INTERVAL DAY)");
        assertThatThrownBy(() -> parse("SELECT CAST(x AS ENUM('a'")).isInstanceOf(SyntaxException.class);
        assertThatThrownBy(() -> parse("SELECT CAST(x AS )")).isInstanceOf(SyntaxException.class);
    }

    private static String query(String sql) {
        return ((ParsedStatement.Query) parse(sql))
                .query()
                .toSqlString(AnsiSqlDialect.DEFAULT)
                .getSql()
                .replace("`", "")
                .replaceAll("\\s+", " ");
    }

    @Test
    void countsParametersOfQueries() {
        ParsedStatement statement = parse("SELECT f(?), x FROM t WHERE y = ?");

        assertThat(statement).isInstanceOf(ParsedStatement.Query.class);
        assertThat(statement.parameterCount()).isEqualTo(2);
    }

    @Test
    void tellsKindsOfStatementsApart() {
        assertThat(parse("EXPLAIN SELECT 1")).isInstanceOf(ParsedStatement.Explain.class);
        assertThat(parse("EXPLAIN PLAN FOR SELECT 1")).isInstanceOf(ParsedStatement.Explain.class);
        assertThat(parse("CALL f(1)")).isInstanceOf(ParsedStatement.Call.class);
        assertThat(parse("INSERT INTO t SELECT 1")).isInstanceOf(ParsedStatement.Modification.class);
        assertThat(parse("(SELECT 1) UNION ALL VALUES 2")).isInstanceOf(ParsedStatement.Query.class);
    }

    @Test
    void locatesErrors() {
        assertThatThrownBy(() -> parse("CREATE FUNCTION f()\nLANGUAGE WASM FORM c"))
                .isInstanceOfSatisfying(SyntaxException.class, error -> {
                    assertThat(error.code()).isEqualTo(SyntaxErrorCode.UNEXPECTED_TOKEN);
                    assertThat(error.span()).isEqualTo(new SourceSpan(2, 15, 2, 18));
                    assertThat(error).hasMessageStartingWith("line 2, column 15: expected ");
                    assertThat(error).hasMessageEndingWith(", found 'FORM'");
                });
    }

    private static String name(String sql, IdentifierCase unquotedCase) {
        ParsedStatement.Own own = (ParsedStatement.Own) NacreParser.parseStatement(sql, unquotedCase);
        return ((DropFunction) own.statement()).name().name().value();
    }

    private static NacreStatement own(String sql) {
        return ((ParsedStatement.Own) parse(sql)).statement();
    }

    private static ParsedStatement parse(String sql) {
        return NacreParser.parseStatement(sql, IdentifierCase.UPPER);
    }
}
