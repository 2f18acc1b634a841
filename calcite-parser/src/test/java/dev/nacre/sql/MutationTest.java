package dev.nacre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements with something broken end in a tree or in a located error, and in nothing else. */
class MutationTest {

    private static final long SEED = 20_261_123L;
    private static final int ROUNDS = Boolean.getBoolean("nacre.soak") ? 10_000 : 1_000;
    private static final String ALPHABET =
            "()[]{}'\"`$?:;,.*+-/|&^%<>=!#@~\\ \t\n\r\u0000\u0007aXxUuNnEe_019\u00a0\u00e4\ud800\udc00";
    private static final List<String> WORDS = List.of(
            "SELECT",
            "FROM",
            "(",
            ")",
            "'",
            "\"",
            "/*",
            "*/",
            "--",
            "$$",
            "X'",
            "U&'",
            "U&\"",
            "::",
            "?",
            "?9",
            "CASE",
            "END",
            "INTERVAL",
            "DATE",
            "NOT",
            "NULL",
            "NEXT VALUE FOR",
            "CURRENT",
            "ROW",
            "ARRAY",
            "WITH",
            "RETURNS",
            "{fn",
            "{d '",
            "1e999999999999",
            "0x",
            "BETWEEN",
            "LIKE",
            "ESCAPE",
            "UESCAPE '!'",
            "_UTF8'a'",
            "CURSOR",
            ",");

    private final Random random = new Random(SEED);

    @Test
    void endInATreeOrInALocatedError() {
        List<String> statements = Stream.of("statements.golden", "queries.golden")
                .flatMap(file -> Golden.read(file).stream())
                .map(Golden::sql)
                .toList();
        int trees = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String sql = statements.get(random.nextInt(statements.size()));
            for (int mutations = random.nextInt(3) + 1; mutations > 0; mutations--) {
                sql = mutate(sql, statements);
            }
            trees += parses(sql, round) ? 1 : 0;
        }

        assertThat(trees).isBetween(ROUNDS / 100, ROUNDS - ROUNDS / 10);
    }

    private String mutate(String sql, List<String> others) {
        int from = random.nextInt(sql.length() + 1);
        int to = Math.min(sql.length(), from + random.nextInt(8));
        String start = sql.substring(0, from);
        return switch (random.nextInt(6)) {
            case 0 -> start + sql.substring(to);
            case 1 -> start + ALPHABET.charAt(random.nextInt(ALPHABET.length())) + sql.substring(from);
            case 2 -> start + " " + WORDS.get(random.nextInt(WORDS.size())) + " " + sql.substring(to);
            case 3 -> start + sql.substring(from, to) + sql.substring(from);
            case 4 -> start + (char) random.nextInt(Character.MAX_VALUE + 1) + sql.substring(to);
            default -> start + tail(others.get(random.nextInt(others.size())));
        };
    }

    private String tail(String sql) {
        return sql.substring(random.nextInt(sql.length()));
    }

    private static boolean parses(String sql, int round) {
        try {
            ParsedStatement statement = NacreParser.parseStatement(sql, IdentifierCase.UPPER);
            return statement.parameterCount() >= 0;
        } catch (SyntaxException e) {
            assertLocated(e, sql, round);
            return false;
        } catch (Throwable e) {
            return fail("seed " + SEED + ", round " + round + ": " + sql, e);
        }
    }

    private static void assertLocated(SyntaxException error, String sql, int round) {
        SourceSpan span = error.span();
        int lines = sql.split("\r\n|\r|\n", -1).length;
        assertThat(span.line())
                .as("seed " + SEED + ", round " + round + ": " + sql)
                .isBetween(1, lines);
        assertThat(span.column())
                .as("seed " + SEED + ", round " + round + ": " + sql)
                .isBetween(1, sql.length() + 1);
        assertThat(error.description()).isNotBlank();
        assertThat(error).hasMessage(span + ": " + error.description());
    }
}
