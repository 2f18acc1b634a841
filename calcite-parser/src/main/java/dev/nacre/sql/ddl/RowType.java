package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;

/**
 * Is {@code ROW(field type, ...)}.
 *
 * @param fields the fields, at least one
 * @param span where it stood
 */
public record RowType(List<Field> fields, SourceSpan span) implements TypeExpression {

    /** Copies the list of fields. */
    public RowType {
        fields = List.copyOf(fields);
    }

    @Override
    public String toSql() {
        return "ROW" + StatementText.list(fields);
    }
}
