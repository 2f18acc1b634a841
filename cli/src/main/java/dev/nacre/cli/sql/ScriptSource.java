package dev.nacre.cli.sql;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a script comes from. Text that is not UTF-8 is read with replacement characters.
 *
 * @param name as messages call it
 * @param opening opens it, once
 */
public record ScriptSource(String name, Opening opening) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    public ScriptSource {
        requireNonNull(name, "name is null");
        requireNonNull(opening, "opening is null");
    }

    /** Opens a script. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens the script; the caller closes it.
         *
         * @throws IOException when it cannot be opened
         */
        Reader open() throws IOException;
    }

    /** Returns a script that is given as text. */
    public static ScriptSource ofText(String name, String text) {
        return new ScriptSource(name, () -> new StringReader(text));
    }

    /** Returns a script in a file. */
    public static ScriptSource ofFile(Path file) {
        return new ScriptSource(file.toString(), () -> withoutMark(Files.newInputStream(file)));
    }

    /** Returns a script that is read from a stream. */
    public static ScriptSource ofStream(String name, InputStream stream) {
        return new ScriptSource(name, () -> withoutMark(stream));
    }

    private static Reader withoutMark(InputStream stream) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
