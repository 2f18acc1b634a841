package dev.nacre.jdbc;

/**
 * One token of a statement, as far as routing needs to know it.
 *
 * @param text of a name the name itself, folded unless it was quoted; else the characters
 * @param start where it begins in the statement
 * @param end behind its last character
 */
record SqlToken(Kind kind, String text, int start, int end) {
    enum Kind {
        /** An identifier or keyword without quotes. */
        NAME,
        /** An identifier in quotes. */
        QUOTED_NAME,
        /** A string, a number, a parameter. */
        LITERAL,
        /** One character of punctuation. */
        SYMBOL
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }
}
