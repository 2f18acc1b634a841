package dev.nacre.functions;

/** A text as SQL has it. */
public final class SqlLiteral {
    private SqlLiteral() {}

    /** Returns a text in quotes. */
    public static String of(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
