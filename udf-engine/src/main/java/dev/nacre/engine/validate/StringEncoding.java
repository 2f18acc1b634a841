package dev.nacre.engine.validate;

/** How a core module keeps strings. */
public enum StringEncoding {
    UTF8,
    UTF16,
    /** Latin-1, or UTF-16 when the top bit of the length says so. */
    LATIN1_UTF16
}
