package dev.nacre.functions;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An SQL type as functions see it: independent of the parser and of the database.
 *
 * <p>Values travel in the class of {@link SqlKind#javaClass()}, arrays and rows as {@link List}, NULL as null.
 */
public sealed interface SqlType {
    /** Returns the type as SQL text that H2 reads. */
    String sql();

    /** Returns the predefined type without length or precision. */
    static SqlType of(SqlKind kind) {
        return new Simple(kind, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * A predefined type.
     *
     * @param precision length in characters or bytes, decimal digits, fractional seconds, or an interval's digits before the
     *     first unit; empty for the database's default
     * @param scale of a DECIMAL, or fractional seconds of an interval
     */
    record Simple(SqlKind kind, OptionalInt precision, OptionalInt scale) implements SqlType {
        @Override
        public String sql() {
            if (kind.sql().endsWith(" TO SECOND")) {
                return behindFirstWords(" TO SECOND", arguments(precision)) + arguments(scale);
            }
            String arguments = precision.isPresent() && scale.isPresent()
                    ? "(" + precision.getAsInt() + ", " + scale.getAsInt() + ")"
                    : arguments(precision);
            int split = Math.max(kind.sql().indexOf(" TO "), kind.sql().indexOf(" WITH "));
            return split < 0
                    ? kind.sql() + arguments
                    : behindFirstWords(kind.sql().substring(split), arguments);
        }

        private String behindFirstWords(String rest, String arguments) {
            return kind.sql().substring(0, kind.sql().length() - rest.length()) + arguments + rest;
        }

        private static String arguments(OptionalInt number) {
            return number.isPresent() ? "(" + number.getAsInt() + ")" : "";
        }
    }

    /** An array. */
    record Array(SqlType element) implements SqlType {
        @Override
        public String sql() {
            return element.sql() + " ARRAY";
        }
    }

    /** A row. */
    record Row(List<Field> fields) implements SqlType {
        public Row {
            fields = List.copyOf(fields);
        }

        @Override
        public String sql() {
            return fields.stream()
                    .map(field -> "\"" + field.name().replace("\"", "\"\"") + "\" "
                            + field.type().sql())
                    .collect(Collectors.joining(", ", "ROW(", ")"));
        }
    }

    /**
     * Rows: what a table function gives, and what one over a table takes. Only a whole result or a whole parameter has this
     * type; its values are not values of SQL.
     *
     * @param columns at least one
     */
    record Table(List<Field> columns) implements SqlType {
        public Table {
            columns = List.copyOf(columns);
        }

        /** Returns the type of one of the rows. */
        public Row row() {
            return new Row(columns);
        }

        @Override
        public String sql() {
            return "TABLE" + row().sql().substring("ROW".length());
        }
    }

    /** A field of a row, a column of a table. */
    record Field(String name, SqlType type) {}
}
