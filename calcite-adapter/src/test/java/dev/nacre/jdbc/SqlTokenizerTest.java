package dev.nacre.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.sql.IdentifierCase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlTokenizerTest {
    @Test
    void cutsATextByTheRulesOfH2() {
        assertThat(print("select a.\"b\"\"c\" from t where x='it''s' and y=?1 --end"))
                .isEqualTo("SELECT A . \"b\"c\" FROM T WHERE X = 'it''s' AND Y = ?1");
    }

    @Test
    void foldsUnquotedNamesAsTheSessionDoes() {
        assertThat(print("MiXed \"MiXed\"", IdentifierCase.UPPER, false)).isEqualTo("MIXED \"MiXed\"");
        assertThat(print("MiXed \"MiXed\"", IdentifierCase.LOWER, false)).isEqualTo("mixed \"MiXed\"");
        assertThat(print("MiXed \"MiXed\"", IdentifierCase.UNCHANGED, false)).isEqualTo("MiXed \"MiXed\"");
    }

    @Test
    void readsBracketsAsQuotesInTheModeThatHasThem() {
        assertThat(print("[a b](1)", IdentifierCase.UPPER, true)).isEqualTo("\"a b\" ( 1 )");
        assertThat(print("a[1]", IdentifierCase.UPPER, false)).isEqualTo("A [ 1 ]");
    }

    @Test
    void keepsPositionsInTheText() {
        String sql = "SELECT 'x' /* c */ , \"n\"";

        List<String> parts = SqlTokenizer.tokenize(sql, IdentifierCase.UPPER, false).stream()
                .map(token -> sql.substring(token.start(), token.end()))
                .toList();

        assertThat(parts).containsExactly("SELECT", "'x'", ",", "\"n\"");
    }

    @Test
    void endsUnfinishedTokensWithTheText() {
        for (String sql :
                List.of("'abc", "\"abc", "$$abc", "/* abc", "/* /* abc */", "X'ab", "U&'ab", "`ab", "'", "\"", "$")) {
            assertThat(SqlTokenizer.tokenize(sql, IdentifierCase.UPPER, true))
                    .as(sql)
                    .allSatisfy(token -> assertThat(token.end()).isLessThanOrEqualTo(sql.length()));
        }
    }

    private static String print(String sql) {
        return print(sql, IdentifierCase.UPPER, false);
    }

    private static String print(String sql, IdentifierCase unquoted, boolean brackets) {
        return SqlTokenizer.tokenize(sql, unquoted, brackets).stream()
                .map(token -> token.kind() == SqlToken.Kind.QUOTED_NAME ? '"' + token.text() + '"' : token.text())
                .collect(Collectors.joining(" "));
    }
}
