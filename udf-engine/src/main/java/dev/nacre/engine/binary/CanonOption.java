package dev.nacre.engine.binary;

/**
 * An option of a canonical definition as written.
 *
 * @param index of a core memory or core function; 0 for options without one
 */
public record CanonOption(Kind kind, int index) {
    /** Which option. The order is that of the binary format's codes from 0 on. */
    public enum Kind {
        UTF8("string-encoding=utf8", false),
        UTF16("string-encoding=utf16", false),
        LATIN1_UTF16("string-encoding=latin1+utf16", false),
        MEMORY("memory", true),
        REALLOC("realloc", true),
        POST_RETURN("post-return", true),
        ASYNC("async", false),
        CALLBACK("callback", true);

        private final String text;
        private final boolean indexed;

        Kind(String text, boolean indexed) {
            this.text = text;
            this.indexed = indexed;
        }

        /** Returns the option as the text format has it. */
        public String text() {
            return text;
        }

        boolean indexed() {
            return indexed;
        }
    }
}
