package dev.nacre.calcite.text;

/**
 * A token of SQL text, comments left out.
 *
 * @param word the word in upper case, or the symbol's character; empty for strings, quoted names and numbers
 * @param start offset of the first character
 * @param end offset after the last
 */
record Token(String word, int start, int end) {
    boolean is(String other) {
        return word.equals(other);
    }

    boolean opens() {
        return word.equals("(") || word.equals("[");
    }

    boolean closes() {
        return word.equals(")") || word.equals("]");
    }

    Span span() {
        return new Span(start, end);
    }
}
