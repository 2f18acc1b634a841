package dev.nacre.engine.host;

/** What every text goes through before it reaches a log. */
final class LogText {
    /** Bytes of a line; the rest is cut off. A line of log is read by people. */
    static final int LINE_BYTES = 8 << 10;

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char LAST_DIRECTION = '\u202e';

    private LogText() {}

    /**
     * Replaces control characters, line separators and marks of direction by spaces, so that no guest can forge a line or speak to a terminal.
     */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (isControl(clean.charAt(i))) {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }

    private static boolean isControl(char unit) {
        return Character.isISOControl(unit) || (unit >= LINE_SEPARATOR && unit <= LAST_DIRECTION) || isolates(unit);
    }

    /** Returns whether the character turns the direction of the text after it. */
    private static boolean isolates(char unit) {
        return unit >= '\u2066' && unit <= '\u2069';
    }

    /** Cuts a text to a line's length, and cleans it. */
    static String line(String text) {
        if (text.length() <= LINE_BYTES) {
            return clean(text);
        }
        int end = Character.isHighSurrogate(text.charAt(LINE_BYTES - 1)) ? LINE_BYTES - 1 : LINE_BYTES;
        return clean(text.substring(0, end)) + "...";
    }
}
