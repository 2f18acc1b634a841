package dev.nacre.engine.abi;

/** Text in a byte array, read without Java strings. */
interface CodeUnits {
    boolean isWellFormed(byte[] bytes, int from, int end);

    /** Reads a character of well-formed text. */
    int codePoint(byte[] bytes, int at);

    /** Returns the bytes that a character takes. */
    int width(int codePoint);
}
