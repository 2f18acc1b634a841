package dev.nacre.functions.mapping;

/** Cuts guest text for messages. */
final class Excerpt {
    private static final int LENGTH = 1_000;

    private Excerpt() {}

    /** Returns the text without control characters, at most 1,000 code units of it. */
    static String of(String text) {
        String start =
                text.length() <= LENGTH ? text : text.substring(0, text.offsetByCodePoints(0, LENGTH / 2)) + "...";
        return start.codePoints()
                .map(codePoint -> Character.isISOControl(codePoint) ? ' ' : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
