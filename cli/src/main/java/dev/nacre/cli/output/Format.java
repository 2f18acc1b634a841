package dev.nacre.cli.output;

import java.io.Writer;

/** The formats that results can be written in. */
public enum Format {
    /** For people: aligned columns, the number of rows below, one line for a statement without rows. */
    TABLE {
        @Override
        public ResultFormat to(Writer output) {
            return new TableFormat(output);
        }
    },
    /**
     * RFC 4180: a line of labels, then a record for each row, lines ended by CR LF. NULL is an empty field, the empty string
     * {@code ""}; binary values are hexadecimal digits. An empty line between two results; nothing for a statement
     * without rows.
     */
    CSV {
        @Override
        public ResultFormat to(Writer output) {
            return new CsvFormat(output);
        }
    },
    /**
     * One array of objects for each result, each on a line of its own. Numbers and truth values are JSON's, except NaN and
     * the infinities, which are strings; arrays and rows are arrays; binary values are strings of hexadecimal digits; JSON
     * values stand as they are; everything else is a string. Nothing for a statement without rows.
     */
    JSON {
        @Override
        public ResultFormat to(Writer output) {
            return new JsonFormat(output);
        }
    };

    /**
     * Returns a writer of results.
     *
     * @param output gets the text; flushed after each result, not closed
     */
    public abstract ResultFormat to(Writer output);
}
