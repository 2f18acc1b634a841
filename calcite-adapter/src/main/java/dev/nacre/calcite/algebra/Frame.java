package dev.nacre.calcite.algebra;

/**
 * Which rows of its partition a row of a window sees.
 *
 * @param rows whether bounds count rows; otherwise they compare values of the key, and rows with equal keys belong together
 * @param exclude which rows around the current one are left out
 */
public record Frame(boolean rows, Bound lower, Bound upper, Exclusion exclude) {

    /** Where a frame begins or ends. */
    public sealed interface Bound {
        /** The beginning of the partition below, its end above. */
        record Unbounded() implements Bound {}

        /** The current row, with its peers unless rows are counted. */
        record Current() implements Bound {}

        /**
         * So many rows, or so much of the key's value, away.
         *
         * @param column the column of the input with the distance
         */
        record Offset(int column, boolean following) implements Bound {}
    }

    /** Rows that are left out. */
    public enum Exclusion {
        NONE,
        CURRENT_ROW,
        GROUP,
        TIES
    }
}
