package dev.nacre.sql.parser;

import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;

/**
 * Walks over a text before it is parsed, as H2's tokenizer does: comments become blanks, so that every position stays
 * what it was, and brackets are counted, so that no text can drive the parser too deep. One object for one text.
 */
public final class StatementScanner {

    private static final char VARIABLE = '\u00aa';

    private final String sql;
    private final int maximumNesting;
    private final char[] text;
    private int nesting;

    private StatementScanner(String sql, int maximumNesting) {
        this.sql = sql;
        this.maximumNesting = maximumNesting;
        this.text = sql.toCharArray();
    }

    /**
     * Returns the text with blanks for comments and for white space that only Unicode knows, and N for the E before a string.
     *
     * @param sql the text of a statement
     * @param maximumNesting how deep brackets and CASE may nest
     * @throws SyntaxException for a comment, string or quoted name without an end, or for too many brackets
     */
    public static String scan(String sql, int maximumNesting) {
        return new StatementScanner(sql, maximumNesting).scan();
    }

    /** Returns the position of a character, counted as the generated parser counts. */
    public static SourceSpan position(String sql, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            char c = sql.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == sql.length() || sql.charAt(i + 1) != '\n'))) {
                line++;
                lineStart = i + 1;
            }
        }
        return SourceSpan.at(line, index - lineStart + 1);
    }

    private String scan() {
        int i = 0;
        while (i < text.length) {
            i = step(i);
        }
        return new String(text);
    }

    private int step(int i) {
        switch (sql.charAt(i)) {
            case '\'', '"', '`':
                return quoted(i, String.valueOf(sql.charAt(i)));
            case '$':
                return sql.startsWith("$$", i) ? quoted(i, "$$") : i + 1;
            case '-':
                return sql.startsWith("--", i) ? lineComment(i) : i + 1;
            case '/':
                return slash(i);
            case '@':
                return variable(i);
            case '(', '[', '{':
                open(i);
                return i + 1;
            case ')', ']', '}':
                nesting--;
                return i + 1;
            default:
                return other(i);
        }
    }

    /** A session variable looks like a column to the parser, by a letter that no column's name begins with. */
    private int variable(int i) {
        if (i + 1 < text.length && Character.isJavaIdentifierStart(sql.codePointAt(i + 1))) {
            text[i] = VARIABLE;
        }
        return i + 1;
    }

    private int slash(int i) {
        if (sql.startsWith("//", i)) {
            return lineComment(i);
        }
        return sql.startsWith("/*", i) ? bracketedComment(i) : i + 1;
    }

    private void open(int i) {
        if (++nesting > maximumNesting) {
            throw new SyntaxException(
                    SyntaxErrorCode.NESTING_TOO_DEEP,
                    position(sql, i),
                    "expected at most " + maximumNesting
                            + " levels of brackets and CASE, found more; split the statement");
        }
    }

    private int other(int i) {
        int codePoint = sql.codePointAt(i);
        if (Character.isJavaIdentifierStart(codePoint)) {
            return word(i);
        }
        if ((codePoint < ' ' && codePoint != '\n' && codePoint != '\r') || Character.isSpaceChar(codePoint)) {
            text[i] = ' ';
        }
        return i + Character.charCount(codePoint);
    }

    /** Skips a word; CASE and END, which H2 reserves, are brackets too. */
    private int word(int start) {
        int i = start;
        while (i < text.length && Character.isJavaIdentifierPart(sql.codePointAt(i))) {
            i += Character.charCount(sql.codePointAt(i));
        }
        if (isWord("CASE", start, i)) {
            open(start);
        } else if (isWord("END", start, i)) {
            nesting--;
        } else if (isWord("E", start, i) && sql.startsWith("'", i)) {
            text[start] = 'N'; // to H2 both are plain strings, to Calcite's lexer a backslash escapes in one with an E
        }
        return i;
    }

    private boolean isWord(String word, int start, int end) {
        return end - start == word.length() && sql.regionMatches(true, start, word, 0, word.length());
    }

    /** A doubled quote inside needs no care: it reads as the end of one string and the start of the next. */
    private int quoted(int start, String quote) {
        int end = sql.indexOf(quote, start + quote.length());
        if (end < 0) {
            throw unfinished(start, "closing " + quote);
        }
        return end + quote.length();
    }

    private int lineComment(int start) {
        int i = start;
        while (i < text.length && text[i] != '\n' && text[i] != '\r') {
            text[i++] = ' ';
        }
        return i;
    }

    private int bracketedComment(int start) {
        int level = 0;
        int i = start;
        do {
            if (sql.startsWith("/*", i)) {
                level++;
                i = blank(i, 2);
            } else if (sql.startsWith("*/", i)) {
                level--;
                i = blank(i, 2);
            } else if (i < text.length) {
                i = blank(i, 1);
            } else {
                throw unfinished(start, "closing */");
            }
        } while (level > 0);
        return i;
    }

    private int blank(int start, int count) {
        for (int i = start; i < start + count; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = ' ';
            }
        }
        return start + count;
    }

    private SyntaxException unfinished(int start, String expected) {
        return new SyntaxException(
                SyntaxErrorCode.UNREADABLE_TEXT,
                position(sql, start),
                "expected " + expected + ", found the end of the text");
    }
}
