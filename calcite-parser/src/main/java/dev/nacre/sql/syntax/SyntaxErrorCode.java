package dev.nacre.sql.syntax;

/** Names what can be wrong with the text of a statement; the numbers are stable for ever. */
public enum SyntaxErrorCode {
    /** The words do not form a statement: {@code DROP FUNCTION}, corrected {@code DROP FUNCTION f}. */
    UNEXPECTED_TOKEN(3900),

    /** A character, string, comment or quoted name that cannot be read: {@code SELECT 'abc}, corrected {@code SELECT 'abc'}. */
    UNREADABLE_TEXT(3901),

    /** More levels of brackets or operators than a parser's stack can bear; split the statement. */
    NESTING_TOO_DEEP(3902),

    /** A clause that may stand once stands twice: {@code ... EXPORT 'a' EXPORT 'b'}. */
    REPEATED_CLAUSE(3903),

    /** A clause that must stand is missing: {@code CREATE FUNCTION f() LANGUAGE WASM}, corrected by {@code FROM component} or {@code AS source}. */
    MISSING_CLAUSE(3904),

    /** A literal or name whose content is not allowed: {@code X'0'}, corrected {@code X'00'}. */
    BAD_VALUE(3905),

    /** A type that does not exist or cannot take these arguments: {@code INTEGER(3, 1)}, corrected {@code INTEGER}. */
    BAD_TYPE(3906);

    private final int number;

    SyntaxErrorCode(int number) {
        this.number = number;
    }

    /** Returns the vendor code. */
    public int number() {
        return number;
    }
}
