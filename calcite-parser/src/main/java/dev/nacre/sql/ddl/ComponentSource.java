package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.Arrays;
import java.util.HexFormat;

/** Says where the bytes of a component come from. */
public sealed interface ComponentSource extends SqlFragment {

    /**
     * Is a location: {@code 'file:...'} or {@code 'classpath:...'}.
     *
     * @param location the text as written; no scheme has been checked
     */
    record Location(TextLiteral location) implements ComponentSource {
        @Override
        public SourceSpan span() {
            return location.span();
        }

        @Override
        public String toSql() {
            return location.toSql();
        }
    }

    /**
     * Is a parameter that gets the bytes when the statement is executed.
     *
     * @param index the parameter's number, from 0
     * @param span where it stood
     */
    record Parameter(int index, SourceSpan span) implements ComponentSource {
        @Override
        public String toSql() {
            return "?" + (index + 1);
        }
    }

    /** Is the bytes themselves, written as {@code X'...'} or {@code BASE64 '...'}; immutable. */
    final class Bytes implements ComponentSource {
        private final byte[] content;
        private final SourceSpan span;

        /**
         * Copies the bytes.
         *
         * @param content the bytes of the component
         * @param span where the literal stood
         */
        public Bytes(byte[] content, SourceSpan span) {
            this.content = content.clone();
            this.span = span;
        }

        /** Returns a copy of the bytes. */
        public byte[] content() {
            return content.clone();
        }

        @Override
        public SourceSpan span() {
            return span;
        }

        @Override
        public String toSql() {
            return "X'" + HexFormat.of().formatHex(content) + "'";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(content, that.content) && span.equals(that.span);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return "Bytes[" + content.length + " at " + span + "]";
        }
    }
}
