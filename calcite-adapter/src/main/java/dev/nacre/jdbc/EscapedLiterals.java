package dev.nacre.jdbc;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is left of JDBC's escapes {@code {d '...'}}, {@code {t '...'}} and {@code {ts '...'}} when H2 has taken the braces
 * away: H2 reads {@code d '...'} as a date, Nacre's parser only the standard's {@code DATE '...'}.
 */
final class EscapedLiterals {
    private EscapedLiterals() {}

    /** Returns the text with the standard's words. */
    static String spelledOut(String sql, List<SqlToken> tokens) {
        StringBuilder spelled = new StringBuilder();
        int written = 0;
        for (int index = 0; index + 1 < tokens.size(); index++) {
            SqlToken token = tokens.get(index);
            String word = word(token);
            if (word != null && isString(sql, tokens.get(index + 1))) {
                spelled.append(sql, written, token.start()).append(word);
                written = token.end();
            }
        }
        return written == 0 ? sql : spelled.append(sql, written, sql.length()).toString();
    }

    private static @Nullable String word(SqlToken token) {
        if (token.kind() != SqlToken.Kind.NAME) {
            return null;
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "D" -> "DATE";
            case "T" -> "TIME";
            case "TS" -> "TIMESTAMP";
            default -> null;
        };
    }

    private static boolean isString(String sql, SqlToken token) {
        return token.kind() == SqlToken.Kind.LITERAL && sql.charAt(token.start()) == '\'';
    }
}
