package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.sql.parser.GeneratedParser;
import dev.nacre.sql.parser.TokenSource;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words can be identifiers: all that the grammar knows, but for H2's keywords and few others. */
class IdentifierTest {

    /** H2's keywords ("Keywords / Reserved Words" of its manual) that are not identifiers here either. */
    private static final Set<String> KEYWORDS_OF_H2 = Set.of(
            "ALL",
            "AND",
            "ANY",
            "ARRAY",
            "AS",
            "ASYMMETRIC",
            "AUTHORIZATION",
            "BETWEEN",
            "BOTH",
            "CASE",
            "CAST",
            "CHECK",
            "CONSTRAINT",
            "CROSS",
            "CURRENT_CATALOG",
            "CURRENT_DATE",
            "CURRENT_PATH",
            "CURRENT_ROLE",
            "CURRENT_SCHEMA",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "CURRENT_USER",
            "DEFAULT",
            "DISTINCT",
            "ELSE",
            "END",
            "EXCEPT",
            "EXISTS",
            "FALSE",
            "FETCH",
            "FOR",
            "FOREIGN",
            "FROM",
            "FULL",
            "GROUP",
            "GROUPS",
            "HAVING",
            "IN",
            "INNER",
            "INTERSECT",
            "INTERVAL",
            "IS",
            "JOIN",
            "LEADING",
            "LEFT",
            "LIKE",
            "LIMIT",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "MINUS",
            "NATURAL",
            "NOT",
            "NULL",
            "OFFSET",
            "ON",
            "OR",
            "ORDER",
            "OVER",
            "PARTITION",
            "PRIMARY",
            "QUALIFY",
            "RANGE",
            "RIGHT",
            "ROW",
            "ROWS",
            "SELECT",
            "SESSION_USER",
            "SET",
            "SOME",
            "SYMMETRIC",
            "SYSTEM_USER",
            "TABLE",
            "TO",
            "TRAILING",
            "TRUE",
            "UESCAPE",
            "UNION",
            "UNIQUE",
            "UNKNOWN",
            "USER",
            "USING",
            "VALUES",
            "WHEN",
            "WHERE",
            "WINDOW",
            "WITH");

    /** Words without which Calcite's grammar cannot tell one thing from another. */
    private static final Set<String> KEYWORDS_OF_THE_GRAMMAR =
            Set.of("CURSOR", "GROUPING", "INTO", "LATERAL", "OUTER", "ROLLUP", "THEN", "UNNEST");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT %s, t.%s, -%s, %s + %s, (%s) FROM t",
                "SELECT a AS %s, b %s FROM t",
                "SELECT max(%s), f(%s, %s), CAST(%s AS INT) FROM t",
                "SELECT CASE WHEN %s THEN %s ELSE %s END, CASE %s WHEN 1 THEN 2 END FROM t",
                "SELECT a IN (%s), a BETWEEN %s AND %s FROM t WHERE %s = 1 AND x < %s",
                "SELECT a FROM t GROUP BY %s ORDER BY %s, %s DESC",
                "SELECT %s.a FROM %s",
                "SELECT a FROM s.%s JOIN %s ON a = b",
                "SELECT a FROM t AS %s",
                "SELECT a FROM t %s WHERE a = 1",
                "SELECT a FROM t AS x(%s, b)",
                "SELECT s.%s(a) FROM t",
                "INSERT INTO %s (%s) VALUES (1)",
                "UPDATE %s SET %s = 1",
                "DROP FUNCTION %s",
                "DROP FUNCTION s.%s(INT)",
                "CREATE FUNCTION %s(%s INT, %s VARCHAR(3)) LANGUAGE WASM FROM %s WITH (%s = 1)",
                "CREATE FUNCTION f RETURNS TABLE (%s INT) LANGUAGE WASM FROM s.%s",
                "CREATE COMPONENT %s FROM 'x'",
                "IMPORT FUNCTIONS FROM %s INTO %s",
                "DROP COMPONENT %s CASCADE",
                "SHOW CREATE FUNCTION %s",
                "DESCRIBE COMPONENT %s",
                "SET NACRE.%s = 1",
                "GRANT CLOCK ON COMPONENT %s",
                "REVOKE EXECUTE ON FUNCTION %s FROM %s",
            })
    void takesEveryWordButKeywordsOfH2(String statement) {
        List<String> refused = new ArrayList<>();
        for (String word : wordsFor(statement)) {
            if (!parses(statement.replace("%s", word.toLowerCase(Locale.ROOT)))) {
                refused.add(word);
            }
        }

        assertThat(refused).isNotEmpty().isSubsetOf(keywords());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPORT",
                "COMPONENT",
                "COMPONENTS",
                "FUNCTIONS",
                "WASM",
                "AGGREGATE",
                "COMMENT",
                "SHA256",
                "BASE64",
                "FAIL",
                "NACRE",
                "CLOCK",
                "DATE_DIFF",
                "CLASSIFIER",
                "MASK",
                "SCORE",
                "VALUE",
                "TIME",
                "DATE",
                "YEAR"
            })
    void takesNewWordsAsNamesOfFunctions(String word) {
        assertThat(parses("SELECT " + word + "(a), s." + word + "(a, b) FROM TABLE(" + word + "(1))"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$a", "1a", "a-b", "a#b", "\u0000", "a b", "\u00a7"})
    void refusesWhatIsNoIdentifier(String text) {
        assertThat(parses("DROP FUNCTION " + text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$b", "_a", "größe", "名前", "\"any 'thing' # \"\"\"", "a1", "\ud835\udc9c"})
    void takesWhatH2Takes(String text) {
        assertThat(parses("DROP FUNCTION " + text)).isTrue();
    }

    /** Returns all words, or in a usual build a quarter, another one for each statement. */
    private static List<String> wordsFor(String statement) {
        List<String> words = words();
        int parts = Boolean.getBoolean("nacre.soak") ? 1 : 4;
        int part = Math.floorMod(statement.hashCode(), parts);
        return IntStream.range(0, words.size())
                .filter(i -> i % parts == part)
                .mapToObj(words::get)
                .toList();
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(
                new GeneratedParser(new TokenSource("")).getMetadata().getTokens());
        words.removeIf(word -> !word.matches("[A-Z][A-Z_0-9]*"));
        assertThat(words).hasSizeGreaterThan(700).containsAll(KEYWORDS_OF_THE_GRAMMAR);
        return words;
    }

    private static List<String> keywords() {
        List<String> keywords = new ArrayList<>(KEYWORDS_OF_H2);
        keywords.addAll(KEYWORDS_OF_THE_GRAMMAR);
        return keywords;
    }

    private static boolean parses(String sql) {
        try {
            NacreParser.parseStatement(sql, IdentifierCase.UPPER);
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }
}
