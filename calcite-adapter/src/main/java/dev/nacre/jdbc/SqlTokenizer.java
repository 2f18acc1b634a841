package dev.nacre.jdbc;

import dev.nacre.sql.IdentifierCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a statement into tokens by H2's rules ({@code org.h2.command.Tokenizer}), so that names inside strings, comments
 * and quoted identifiers mislead nobody. What H2 refuses, such as a string without an end, ends the last token with the text: H2 says what is
 * wrong with it. One object for one text.
 */
final class SqlTokenizer {
    private final String sql;
    private final IdentifierCase unquoted;
    private final boolean bracketsQuote;
    private final List<SqlToken> tokens = new ArrayList<>();

    private SqlTokenizer(String sql, IdentifierCase unquoted, boolean bracketsQuote) {
        this.sql = sql;
        this.unquoted = unquoted;
        this.bracketsQuote = bracketsQuote;
    }

    /**
     * Returns the tokens of a text.
     *
     * @param bracketsQuote whether {@code [name]} is a quoted identifier, as in H2's mode MSSQLServer
     */
    static List<SqlToken> tokenize(String sql, IdentifierCase unquoted, boolean bracketsQuote) {
        SqlTokenizer tokenizer = new SqlTokenizer(sql, unquoted, bracketsQuote);
        int position = 0;
        while (position < sql.length()) {
            position = tokenizer.next(position);
        }
        return tokenizer.tokens;
    }

    private int next(int start) {
        char first = sql.charAt(start);
        if (first == '\'') {
            return literal(start, quoteEnd(start, '\''));
        }
        if (first == '"' || first == '`' || (first == '[' && bracketsQuote)) {
            return quotedName(start, first == '[' ? ']' : first);
        }
        if (sql.startsWith("$$", start)) {
            return literal(start, endOf("$$", start + 2));
        }
        if (sql.startsWith("--", start) || sql.startsWith("//", start)) {
            return lineEnd(start);
        }
        if (sql.startsWith("/*", start)) {
            return commentEnd(start);
        }
        return other(start);
    }

    private int other(int start) {
        int codePoint = sql.codePointAt(start);
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint < ' ') {
            return start + Character.charCount(codePoint);
        }
        if (codePoint >= '0' && codePoint <= '9') {
            return literal(start, nameEnd(start));
        }
        if (codePoint == '?' || codePoint == '$') {
            return literal(start, nameEnd(start + 1));
        }
        if (Character.isJavaIdentifierStart(codePoint)) {
            return name(start);
        }
        return add(
                SqlToken.Kind.SYMBOL,
                sql.substring(start, start + Character.charCount(codePoint)),
                start,
                start + Character.charCount(codePoint));
    }

    /** A name, or what looks like one before a quote: {@code X'..'}, {@code N'..'}, {@code U&'..'}, {@code U&".."}. */
    private int name(int start) {
        int end = nameEnd(start);
        String text = sql.substring(start, end);
        if (end < sql.length() && sql.charAt(end) == '\'' && text.matches("[xXnNbBeE]")) {
            return literal(start, quoteEnd(end, '\''));
        }
        if (text.equalsIgnoreCase("U") && sql.startsWith("&'", end)) {
            return literal(start, quoteEnd(end + 1, '\''));
        }
        if (text.equalsIgnoreCase("U") && sql.startsWith("&\"", end)) {
            return quotedName(end + 1, '"');
        }
        return add(SqlToken.Kind.NAME, folded(text), start, end);
    }

    private String folded(String name) {
        return switch (unquoted) {
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case UNCHANGED -> name;
        };
    }

    private int nameEnd(int start) {
        int end = start;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.codePointAt(end))) {
            end += Character.charCount(sql.codePointAt(end));
        }
        return end;
    }

    private int quotedName(int start, char quote) {
        int end = quoteEnd(start, quote);
        String inner = sql.substring(Math.min(start + 1, end), Math.max(start + 1, end - 1));
        return add(SqlToken.Kind.QUOTED_NAME, inner.replace("" + quote + quote, "" + quote), start, end);
    }

    /** A doubled quote stands for the quote itself. */
    private int quoteEnd(int start, char quote) {
        int position = start + 1;
        while (true) {
            int close = sql.indexOf(quote, position);
            if (close < 0) {
                return sql.length();
            }
            if (close + 1 >= sql.length() || sql.charAt(close + 1) != quote) {
                return close + 1;
            }
            position = close + 2;
        }
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int commentEnd(int start) {
        int depth = 1;
        int position = start + 2;
        while (depth > 0 && position < sql.length()) {
            if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else {
                position++;
            }
        }
        return position;
    }

    private int literal(int start, int end) {
        return add(SqlToken.Kind.LITERAL, sql.substring(start, end), start, end);
    }

    private int add(SqlToken.Kind kind, String text, int start, int end) {
        tokens.add(new SqlToken(kind, text, start, end));
        return end;
    }
}
