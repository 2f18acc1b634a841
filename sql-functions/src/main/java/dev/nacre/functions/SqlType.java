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
     * @param precision length in characters or bytes, decimal digits, or fractional seconds; empty for the database's default
     * @param scale of a DECIMAL only
     */
    record Simple(SqlKind kind, OptionalInt precision, OptionalInt scale) implements SqlType {
        @Override
        public String sql() {
            if (precision.isEmpty()) {
                return kind.sql();
            }
            String arguments = "(" + precision.getAsInt() + (scale.isPresent() ? ", " + scale.getAsInt() : "") + ")";
            return kind == SqlKind.TIMESTAMP_WITH_TIME_ZONE
                    ? "TIMESTAMP" + arguments + " WITH TIME ZONE"
                    : kind.sql() + arguments;
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

    /** A field of a row. */
    record Field(String name, SqlType type) {}
}
