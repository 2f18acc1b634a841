package dev.nacre.calcite.text;

/**
 * A piece of a statement's text.
 *
 * @param start offset of the first character
 * @param end offset after the last
 */
public record Span(int start, int end) {
    /** Returns the smallest span that covers this one and another. */
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Returns whether all of another span is in this one. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }
}
