package dev.nacre.sql.syntax;

import java.io.Serializable;

/**
 * Says where a piece of SQL text stands; both ends are inclusive.
 *
 * <p>Lines and columns count from 1. A column is a UTF-16 unit, a tab is one column.
 *
 * @param line the line of the first character
 * @param column the column of the first character
 * @param endLine the line of the last character
 * @param endColumn the column of the last character
 */
public record SourceSpan(int line, int column, int endLine, int endColumn) implements Serializable {

    /** Returns the span of one character. */
    public static SourceSpan at(int line, int column) {
        return new SourceSpan(line, column, line, column);
    }

    /** Returns the span that reaches from the start of this one to the end of {@code last}. */
    public SourceSpan to(SourceSpan last) {
        return new SourceSpan(line, column, last.endLine, last.endColumn);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
