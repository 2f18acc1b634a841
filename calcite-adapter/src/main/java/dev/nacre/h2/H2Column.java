package dev.nacre.h2;

import static java.util.Objects.requireNonNull;

import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What H2 says about a column of a result.
 *
 * @param label the alias, or what H2 makes of the expression
 * @param name the name of the table's column, or the label
 * @param table the table's name; null for an expression
 * @param schema the table's schema; null for an expression
 * @param nullable one of the constants of {@link java.sql.ResultSetMetaData}
 * @param identity whether H2 generates its values
 */
public record H2Column(
        String label,
        String name,
        @Nullable String table,
        @Nullable String schema,
        TypeInfo type,
        int nullable,
        boolean identity) {
    public H2Column {
        requireNonNull(label, "label is null");
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    /** Returns this column under another label. */
    public H2Column withLabel(String newLabel) {
        return new H2Column(newLabel, name, table, schema, type, nullable, identity);
    }

    /** Returns this column with another type. */
    public H2Column withType(TypeInfo newType) {
        return new H2Column(label, name, table, schema, newType, nullable, identity);
    }
}
