package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import dev.nacre.sql.IdentifierCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements call a registered function, and which are Nacre's own: by their tokens alone. */
class RoutingTest {
    private static final FunctionCatalog CATALOG = new FunctionCatalog(
            2, List.of(function("PUBLIC", "MASK"), function("TOOLS", "SCORE"), function("PUBLIC", "odd name")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT MASK(PAYLOAD) FROM READINGS",
                "SELECT mask ( payload ) FROM readings",
                "SELECT \"MASK\"(1)",
                "SELECT PUBLIC.MASK(1)",
                "SELECT TOOLS.SCORE(1)",
                "SELECT \"odd name\"(1)",
                "SELECT 1 FROM T WHERE MASK(A) = 1",
                "SELECT 1 FROM T WHERE NOT MASK(A) = 1 AND B = 2",
                "SELECT 1 FROM T ORDER BY MASK(A)",
                "SELECT 1 FROM T GROUP BY MASK(A) HAVING MAX(MASK(A)) > 1",
                "SELECT 1 FROM A JOIN B ON MASK(A.X) = B.Y",
                "SELECT CASE WHEN A THEN MASK(B) ELSE MASK(C) END FROM T",
                "SELECT A, MASK(B) AS C FROM T",
                "SELECT A + MASK(B) FROM T",
                "VALUES (1), (MASK(2))",
                "VALUES MASK(2)",
                "SELECT /* a /* nested */ comment */ MASK(1)",
                "SELECT 'it''s', MASK(1)",
                "SELECT $$ quoted $$, MASK(1)",
                "EXPLAIN PLAN FOR SELECT MASK(1)",
                "WITH T AS (SELECT MASK(1) X) SELECT * FROM T",
                "SELECT * FROM (SELECT MASK(1)) T",
                "SELECT A IN (MASK(1)) FROM T",
                "SELECT DISTINCT MASK(A) FROM T",
                "INSERT INTO T VALUES (MASK(1))",
                "UPDATE T SET A = MASK(A)",
            })
    void findsACall(String sql) {
        assertThat(called(sql)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT MASK FROM READINGS",
                "SELECT 'MASK(1)'",
                "SELECT 'it''s MASK(1)'",
                "SELECT $$MASK(1)$$",
                "SELECT 1 -- MASK(1)",
                "SELECT 1 // MASK(1)",
                "SELECT 1 /* MASK(1) /* MASK(2) */ MASK(3) */",
                "SELECT \"mask\"(1)",
                "SELECT \"MASK(1)\" FROM T",
                "SELECT 1 AS MASK, (2)",
                "SELECT 1 AS MASK FROM T",
                "WITH MASK(X) AS (SELECT 1) SELECT X FROM MASK",
                "WITH A(X) AS (SELECT 1), MASK(Y) AS (SELECT 2) SELECT * FROM MASK",
                "WITH RECURSIVE MASK(X) AS (SELECT 1 UNION ALL SELECT X + 1 FROM MASK WHERE X < 3) SELECT X FROM MASK",
                "SELECT * FROM (VALUES (1)) AS MASK(X)",
                "SELECT * FROM (VALUES (1)) MASK(X)",
                "SELECT * FROM READINGS MASK(X)",
                "INSERT INTO MASK(A) VALUES (1)",
                "CREATE TABLE MASK(A INT)",
                "CREATE TABLE IF NOT EXISTS MASK(A INT)",
                "CREATE TABLE T(A INT REFERENCES MASK(A))",
                "SELECT OTHER.MASK(1)",
                "SELECT SCORE(1)",
                "SELECT T.MASK FROM T",
                "SELECT MASKED(1), XMASK(2)",
                "SELECT U&'\\004DMASK(1)', N'MASK(1)', X'00'",
                "SELECT 'unfinished MASK(1)",
            })
    void isNotMisled(String sql) {
        assertThat(called(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION F LANGUAGE WASM AS 'x'",
                "create or replace function f language wasm as 'x'",
                "CREATE AGGREGATE FUNCTION F LANGUAGE WASM AS 'x'",
                "/* first */ CREATE COMPONENT C FROM 'x'",
                "DROP FUNCTION F",
                "DROP FUNCTION IF EXISTS F",
                "DROP AGGREGATE FUNCTION F",
                "SHOW FUNCTIONS",
                "SHOW FUNCTIONS LIKE 'a%'",
                "SHOW COMPONENTS",
                "SHOW CREATE FUNCTION F",
                "DESCRIBE FUNCTION F",
                "IMPORT FUNCTIONS FROM C",
                "SET NACRE.CALL_TIMEOUT = '1 s'",
                "GRANT EXECUTE ON FUNCTION F TO U",
                "REVOKE EXECUTE ON FUNCTION F FROM U",
                "GRANT CLOCK ON COMPONENT C",
            })
    void knowsItsOwnStatements(String sql) {
        assertThat(OwnWords.begin(tokens(sql))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS F FOR 'java.lang.Math.abs'",
                "CREATE AGGREGATE FUNCTION FOR 'x.Y'",
                "CREATE AGGREGATE F FOR 'x.Y'",
                "DROP AGGREGATE F",
                "DROP ALIAS F",
                "SHOW TABLES",
                "SHOW COLUMNS FROM FUNCTIONS",
                "SET SCHEMA NACRE",
                "SET MODE REGULAR",
                "GRANT SELECT ON T TO U",
                "GRANT SELECT ON COMPONENT TO U",
                "REVOKE SELECT ON COMPONENT FROM U",
                "EXPLAIN SELECT 1",
                "\"CREATE\" FUNCTION",
                "",
                "-- CREATE FUNCTION F",
            })
    void leavesTheStatementsOfH2Alone(String sql) {
        assertThat(OwnWords.begin(tokens(sql))).isFalse();
    }

    private static Optional<FunctionName> called(String sql) {
        return new CallPositions(tokens(sql), CATALOG, List.of("PUBLIC")).first();
    }

    private static List<SqlToken> tokens(String sql) {
        return SqlTokenizer.tokenize(sql, IdentifierCase.UPPER, false);
    }

    private static FunctionDefinition function(String schema, String name) {
        SqlType bigint = SqlType.of(SqlKind.BIGINT);
        return new FunctionDefinition(
                new FunctionName(schema, name),
                FunctionKind.SCALAR,
                new FunctionSignature(List.of(new FunctionSignature.Parameter("X", bigint)), bigint),
                "0".repeat(64),
                name,
                false,
                NullHandling.BY_TYPE,
                false,
                "",
                "SA",
                1);
    }
}
