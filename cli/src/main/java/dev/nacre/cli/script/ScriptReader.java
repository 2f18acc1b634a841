package dev.nacre.cli.script;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Optional;

/**
 * Cuts a script into statements at its semicolons, but for those in strings, quoted names, comments (which nest, as in H2)
 * and {@code $$} strings. Reads no further than the end of the statement it gives, so that statements can run while the
 * rest is still being written. What H2 refuses, such as a string without an end, ends with the script: H2 says what is
 * wrong with it.
 *
 * <p>For one thread.
 */
public final class ScriptReader {
    private static final int END = -1;

    private final PushbackReader input;
    private final StringBuilder text = new StringBuilder();
    private ScriptPosition position = ScriptPosition.START;
    private int contentEnd;
    private boolean meaningful;

    /**
     * @param input stays open; give it a buffer
     */
    public ScriptReader(Reader input) {
        this.input = new PushbackReader(requireNonNull(input, "input is null"));
    }

    /**
     * Returns the next statement that is more than white space and comments, or nothing at the end.
     *
     * @throws IOException when the input cannot be read
     */
    public Optional<ScriptStatement> next() throws IOException {
        boolean more = true;
        while (more && !meaningful) {
            position = position.after(text);
            text.setLength(0);
            more = readToSemicolon();
            contentEnd = text.length() - (more ? 1 : 0);
        }
        return meaningful ? Optional.of(take()) : Optional.empty();
    }

    private ScriptStatement take() {
        int begin = 0;
        while (text.charAt(begin) <= ' ') {
            begin++;
        }
        ScriptPosition start = position.after(text.subSequence(0, begin));
        position = position.after(text);
        ScriptStatement statement =
                new ScriptStatement(text.substring(begin, contentEnd).strip(), start);
        text.setLength(0);
        meaningful = false;
        return statement;
    }

    /** Returns whether a semicolon was read, not the end. */
    private boolean readToSemicolon() throws IOException {
        int current = read();
        while (current != END && current != ';') {
            readToken((char) current);
            current = read();
        }
        return current == ';';
    }

    private void readToken(char first) throws IOException {
        switch (first) {
            case '\'', '"', '`' -> readQuoted(first);
            case '-' -> readAfterDash();
            case '/' -> readAfterSlash();
            case '$' -> readAfterDollar();
            default -> meaningful |= first > ' ';
        }
    }

    /** A doubled quote ends one piece and begins the next: no semicolon between them can be missed. */
    private void readQuoted(char quote) throws IOException {
        meaningful = true;
        int current = read();
        while (current != END && current != quote) {
            current = read();
        }
    }

    private void readAfterDash() throws IOException {
        if (readIf('-')) {
            readLine();
        } else {
            meaningful = true;
        }
    }

    private void readAfterSlash() throws IOException {
        if (readIf('/')) {
            readLine();
        } else if (readIf('*')) {
            readComment();
        } else {
            meaningful = true;
        }
    }

    private void readLine() throws IOException {
        int current = read();
        while (current != END && current != '\n' && current != '\r') {
            current = read();
        }
    }

    private void readComment() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int current = read();
            if (current == END) {
                return;
            }
            if (current == '*' && readIf('/')) {
                depth--;
            } else if (current == '/' && readIf('*')) {
                depth++;
            }
        }
    }

    /** Inside a name a dollar is a letter. */
    private void readAfterDollar() throws IOException {
        meaningful = true;
        int before = text.length() - 2;
        boolean inName = before >= 0 && Character.isJavaIdentifierPart(text.charAt(before));
        if (!inName && readIf('$')) {
            int current = read();
            while (current != END && !(current == '$' && readIf('$'))) {
                current = read();
            }
        }
    }

    private boolean readIf(char expected) throws IOException {
        int current = input.read();
        if (current == expected) {
            text.append(expected);
            return true;
        }
        if (current != END) {
            input.unread(current);
        }
        return false;
    }

    private int read() throws IOException {
        int current = input.read();
        if (current != END) {
            text.append((char) current);
        }
        return current;
    }
}
