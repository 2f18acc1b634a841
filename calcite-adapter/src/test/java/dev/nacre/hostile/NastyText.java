package dev.nacre.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that end literals, names and comments early where somebody forgets to quote. */
final class NastyText {
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "\"\"",
            "`",
            "$$",
            "$",
            "\\",
            "\\0041",
            "--",
            "/*",
            "*/",
            "//",
            ";",
            "?",
            "?1",
            ":a",
            "{fn ",
            "}",
            "[",
            "]",
            "(",
            ")",
            ",",
            " ",
            "\n",
            "\r\n",
            "\t",
            "%",
            "_",
            "&",
            "U&'",
            "U&\"",
            "X'",
            "E'",
            "N'",
            "@",
            "#",
            "a",
            "B",
            "z9",
            "ß",
            "İ",
            "ı",
            "é",
            "\u0301",
            "\u200b",
            "\u2028",
            "\ufeff",
            "日本",
            "🦀",
            "\uD83D\uDE00",
            "SELECT",
            "NULL",
            "DROP TABLE T",
            "' OR '1'='1",
            "'; DROP ALL OBJECTS; --",
            "\" UNION SELECT 1 --",
            "NACRE_FN",
            "PUBLIC.F");

    private NastyText() {}

    /** Returns a text of so many pieces at most. */
    static String of(RandomGenerator random, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** Returns a text as a literal, in one of the forms that H2 has. */
    static String literal(RandomGenerator random, String text) {
        return switch (random.nextInt(4)) {
            case 0 -> "U&'" + unicode(text) + "'";
            case 1 ->
                text.contains("$") ? quoted(text) : " $$" + text + "$$"; // H2 looks for escapes of JDBC behind others
            default -> quoted(text);
        };
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns a name that is not empty and no longer than a name of H2. */
    static String name(RandomGenerator random) {
        String name = "n" + of(random, 6);
        return name.length() > 100 ? name.substring(0, 50) : name;
    }

    /** Returns a name as SQL has it. */
    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String unicode(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(point -> escaped.append(
                        point < 0x80 && Character.isLetterOrDigit(point)
                                ? Character.toString(point)
                                : String.format("\\+%06x", point)));
        return escaped.toString();
    }
}
