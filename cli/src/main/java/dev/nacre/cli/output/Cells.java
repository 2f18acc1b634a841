package dev.nacre.cli.output;

import dev.nacre.cli.output.Columns.Column;
import dev.nacre.cli.output.Columns.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads values as text. */
final class Cells {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;

    private Cells() {}

    /** Returns the value of the current row, binary values as hexadecimal digits in lower case, null for SQL NULL. */
    static @Nullable String text(ResultSet rows, Column column) throws SQLException {
        if (column.kind() != Kind.BINARY) {
            return rows.getString(column.index());
        }
        byte @Nullable [] bytes = rows.getBytes(column.index());
        return bytes == null ? null : hexadecimal(bytes);
    }

    static String hexadecimal(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Returns a text that stays on one line of a terminal and cannot steer it: control characters as {@code \n},
     * {@code \t}, {@code \}{@code u001b}, and the characters that turn the direction of writing.
     */
    static String visible(String text) {
        return text.chars().allMatch(Cells::isPlain) ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> escaped.append(isPlain(character) ? (char) character : escape(character)));
        return escaped.toString();
    }

    private static boolean isPlain(int character) {
        return character >= FIRST_PRINTABLE
                && !(character >= DELETE && character <= LAST_CONTROL)
                && !isFormatting(character);
    }

    private static boolean isFormatting(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u" + HexFormat.of().toHexDigits((char) character);
        };
    }
}
