package dev.nacre.calcite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts SQL text into tokens by H2's rules for quotes and comments. Text without an end is one token up to the end. */
final class Tokenizer {
    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String sql) {
        this.sql = sql;
    }

    static List<Token> tokens(String sql) {
        return new Tokenizer(sql).run();
    }

    private List<Token> run() {
        while (at < sql.length()) {
            if (!skipBlank()) {
                token();
            }
        }
        return List.copyOf(tokens);
    }

    private boolean skipBlank() {
        int start = at;
        if (Character.isWhitespace(sql.charAt(at))) {
            at++;
        } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
            at = lineEnd();
        } else if (sql.startsWith("/*", at)) {
            skipComment();
        }
        return at > start;
    }

    private int lineEnd() {
        int end = at;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** H2's comments nest. */
    private void skipComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    private void token() {
        char first = sql.charAt(at);
        if (first == '\'' || first == '"' || first == '`') {
            quoted(first);
        } else if (sql.startsWith("$$", at)) {
            add("", after("$$", at + 2));
        } else if (Character.isDigit(first)) {
            add("", wordEnd(true));
        } else if (Character.isJavaIdentifierStart(first)) {
            int end = wordEnd(false);
            add(sql.substring(at, end).toUpperCase(Locale.ROOT), end);
        } else {
            add(String.valueOf(first), at + 1);
        }
    }

    /** A doubled quote reads as two tokens side by side, which is no harm here. */
    private void quoted(char quote) {
        add("", after(String.valueOf(quote), at + 1));
    }

    private int after(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private int wordEnd(boolean number) {
        int end = at;
        while (end < sql.length()
                && (Character.isJavaIdentifierPart(sql.charAt(end)) || (number && sql.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    private void add(String word, int end) {
        tokens.add(new Token(word, at, end));
        at = end;
    }
}
