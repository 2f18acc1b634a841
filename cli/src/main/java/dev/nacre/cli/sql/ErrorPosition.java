package dev.nacre.cli.sql;

import dev.nacre.cli.script.ScriptPosition;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a message which place of the statement is to blame. JDBC has no field for it: Nacre's messages begin with
 * {@code line L, column C:}, H2's repeat the statement in quotes with {@code [*]} at the place.
 */
final class ErrorPosition {
    private static final Pattern LINE_AND_COLUMN = Pattern.compile("^line (\\d{1,9}), column (\\d{1,9}): ");
    /** How H2 writes in quotes what is not printable, backslashes and quotes ({@code org.h2.message.DbException}). */
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\\\+(10[0-9a-f]{4}|0[0-9a-f]{5})|\\\\([0-9a-f]{4})|\\\\\\\\|\"\"");

    private static final String MARK = "[*]";
    private static final String REPEATED_STATEMENT = "; SQL statement:\n";

    private ErrorPosition() {}

    static Optional<ScriptPosition> find(@Nullable String message, String statement) {
        if (message == null) {
            return Optional.empty();
        }
        Matcher matcher = LINE_AND_COLUMN.matcher(message);
        return matcher.find()
                ? Optional.of(
                        new ScriptPosition(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : marked(message, statement);
    }

    private static Optional<ScriptPosition> marked(String message, String statement) {
        int quote = message.indexOf('"');
        int mark = message.indexOf(MARK, quote + 1);
        if (quote < 0 || mark < 0) {
            return Optional.empty();
        }
        String before = unquoted(message.substring(quote + 1, mark));
        return statement.startsWith(before) ? Optional.of(ScriptPosition.START.after(before)) : Optional.empty();
    }

    private static String unquoted(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
        return digits == null ? escape.group().substring(1) : Character.toString(Integer.parseInt(digits, 16));
    }

    /** Returns the message without the place at its beginning and without the whole statement at its end. */
    static String withoutPlace(@Nullable String message) {
        if (message == null) {
            return "unknown";
        }
        String text = LINE_AND_COLUMN.matcher(message).replaceFirst("");
        int repeated = text.indexOf(REPEATED_STATEMENT);
        return repeated < 0 ? text : text.substring(0, repeated);
    }
}
