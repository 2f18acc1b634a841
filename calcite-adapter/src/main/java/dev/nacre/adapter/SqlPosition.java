package dev.nacre.adapter;

/**
 * A place in the text of a statement.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record SqlPosition(int line, int column) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
