package dev.nacre.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes random statements over the functions of {@link GeneratedStatementsTest}, and breaks some of them. */
final class HostileStatements {
    private static final List<String> VALUES = List.of(
            "X",
            "?",
            "NULL",
            "0",
            "1",
            "-1",
            "42",
            "9223372036854775807",
            "1e308",
            "'a'",
            "''",
            "X'00'",
            "X''",
            "TRUE",
            "DATE '2026-01-01'",
            "ARRAY[1, 2]",
            "ROW(1, 'a')",
            "CAST(1 AS JAVA_OBJECT)",
            "UUID()",
            "JSON '{}'",
            "T.A",
            "B",
            "CURRENT_USER",
            "INTERVAL '1' DAY",
            "1 / 0",
            "CAST('x' AS INT)",
            "RAND()",
            "(SELECT MAX(A) FROM T)",
            "NOWHERE");
    private static final List<String> CALLS = List.of(
            "MASK(%s)",
            "ECHO(%s)",
            "PLUS(%s, %s)",
            "TRAPS_AT_42(%s)",
            "SPIN(%s)",
            "HOG(%s)",
            "SUM_OF(%s)",
            "TOUCHY(%s)",
            "SUM_OF(%s) OVER (ORDER BY %s)",
            "SUM_OF(%s) FILTER (WHERE %s = 1)",
            "TRAP()",
            "BAD_STRING()",
            "NOTHING(%s)",
            "PUBLIC.ECHO(%s)",
            "\"ECHO\"(%s)",
            "{fn ECHO(%s)}",
            "NACRE_FN.\"PUBLIC.ECHO\"(%s)",
            "CAST(ECHO(%s) AS INT)",
            "CASE WHEN %s = 1 THEN ECHO(%s) ELSE MASK(%s) END",
            "COALESCE(ECHO(%s), %s)",
            "(%s IN (ECHO(%s), %s))",
            "EXISTS (SELECT ECHO(%s) FROM T)",
            "(SELECT PLUS(%s, 1) FROM T WHERE ROWNUM() = 1)",
            "COUNT(DISTINCT ECHO(%s))");
    private static final List<String> SOURCES = List.of(
            "T",
            "SYSTEM_RANGE(1, 50)",
            "TABLE(SERIES(1, %s))",
            "T, TABLE(SERIES(1, T.A)) S",
            "TABLE(COUNT_FROM(%s))",
            "T LEFT JOIN T U ON PLUS(T.A, 1) = U.A",
            "(SELECT PLUS(A, %s) X, B FROM T) T",
            "NACRE.FUNCTIONS",
            "NACRE.SETTINGS",
            "NACRE.CATALOG_CODE",
            "TABLE(BAD('%s'))",
            "T NATURAL JOIN T U",
            "(VALUES (1, X'00')) T(A, B)",
            "HIDDEN",
            "NOWHERE");
    private static final List<String> DEFINITIONS = List.of(
            "CREATE FUNCTION F LANGUAGE WASM AS %s EXPORT 'x'",
            "CREATE OR REPLACE FUNCTION F LANGUAGE WASM FROM C EXPORT 'add'",
            "CREATE COMPONENT D FROM 'file:%s'",
            "CREATE COMPONENT D FROM 'file:FOLDER/none.wasm'",
            "CREATE COMPONENT D FROM 'file:FOLDER'",
            "CREATE COMPONENT D FROM 'file:///FOLDER/a b%%zz'",
            "CREATE COMPONENT D FROM 'file:\u0000'",
            "CREATE COMPONENT D FROM 'classpath:/dev/nacre/jdbc/NacreDriver.class'",
            "DROP COMPONENT D",
            "DROP COMPONENT IF EXISTS D CASCADE",
            "DROP FUNCTION F",
            "IMPORT FUNCTIONS FROM C INTO S",
            "SHOW CREATE FUNCTION ECHO",
            "SHOW CREATE COMPONENT C",
            "DESCRIBE FUNCTION MASK",
            "DESCRIBE COMPONENT C",
            "SHOW FUNCTIONS LIKE %s",
            "SET NACRE.MEMORY = %s",
            "SET NACRE.MEMORY = NULL",
            "EXPLAIN SELECT ECHO(%s)",
            "CREATE VIEW V AS SELECT ECHO(%s) E FROM T",
            "DROP VIEW IF EXISTS V",
            "CREATE TABLE W AS SELECT ECHO(%s) E",
            "DROP TABLE IF EXISTS W",
            "INSERT INTO T SELECT PLUS(A, %s), B FROM T WHERE A < 3",
            "DELETE FROM T WHERE A > 60",
            "UPDATE T SET B = MASK(%s) WHERE A = 1",
            "MERGE INTO T KEY(A) VALUES (PLUS(1, %s), X'01')",
            "CALL GREET(%s)",
            "CALL DIVIDE(%s, %s)",
            "ALTER SCHEMA S RENAME TO S2",
            "ALTER SCHEMA S2 RENAME TO S",
            "COMMIT",
            "ROLLBACK",
            "SCRIPT SIMPLE",
            "TABLE T",
            "VALUES ECHO(%s)",
            "WITH W AS (SELECT ECHO(%s) E) SELECT * FROM W",
            "SHUTDOWN_NOT");
    private static final List<String> SCRAPS = List.of(
            "(", ")", ",", "'", "\"", "$$", "--", "/*", "*/", ";", "?", "?7", "SELECT", "FROM", "NULL", "\u0000",
            "\ud800", "{", "}", "U&'", "X'", "::", "[", "]", "OVER", "WITH", "::INT", "%s", "\n");

    private final RandomGenerator random;

    HostileStatements(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        String statement = random.nextInt(3) == 0 ? filled(one(DEFINITIONS), 0) : query();
        for (int left = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0; left > 0; left--) {
            statement = broken(statement);
        }
        return statement;
    }

    private String query() {
        StringBuilder query = new StringBuilder("SELECT ").append(expression(0));
        if (random.nextBoolean()) {
            query.append(", ").append(expression(0));
        }
        query.append(" FROM ").append(filled(one(SOURCES), 1));
        if (random.nextInt(3) == 0) {
            query.append(" WHERE ").append(expression(1)).append(" = ").append(expression(1));
        }
        return query.append(maybe(" GROUP BY " + expression(2)))
                .append(maybe(" ORDER BY 1 DESC"))
                .append(maybe(" LIMIT 3"))
                .append(maybe(" FOR UPDATE"))
                .append(maybe(" UNION SELECT " + expression(2)))
                .toString();
    }

    private String expression(int depth) {
        return depth > 2 || random.nextInt(3) == 0 ? one(VALUES) : filled(one(CALLS), depth + 1);
    }

    private String filled(String form, int depth) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = form.indexOf("%s"); at >= 0; at = form.indexOf("%s", from)) {
            text.append(form, from, at).append(expression(depth));
            from = at + 2;
        }
        return text.append(form.substring(from)).toString();
    }

    private String broken(String statement) {
        int at = random.nextInt(statement.length() + 1);
        int end = Math.min(statement.length(), at + random.nextInt(8));
        return switch (random.nextInt(3)) {
            case 0 -> statement.substring(0, at) + statement.substring(end);
            case 1 -> statement.substring(0, at) + one(SCRAPS) + statement.substring(at);
            default -> statement.substring(0, end) + statement.substring(at);
        };
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String maybe(String text) {
        return random.nextInt(5) == 0 ? text : "";
    }
}
