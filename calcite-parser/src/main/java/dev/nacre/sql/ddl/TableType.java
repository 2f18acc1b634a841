package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;

/**
 * Is {@code TABLE(column type, ...)}: the type of a parameter that takes rows.
 *
 * @param columns the columns, at least one
 * @param span where it stood
 */
public record TableType(List<Field> columns, SourceSpan span) implements TypeExpression {

    /** Copies the list of columns. */
    public TableType {
        columns = List.copyOf(columns);
    }

    @Override
    public String toSql() {
        return "TABLE" + StatementText.list(columns);
    }
}
