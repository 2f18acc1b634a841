package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import java.util.List;

/** Is what stands after RETURNS. */
public sealed interface ReturnClause extends SqlFragment {

    /**
     * Is {@code RETURNS type}.
     *
     * @param type the type of the result
     */
    record Value(TypeExpression type) implements ReturnClause {
        @Override
        public SourceSpan span() {
            return type.span();
        }

        @Override
        public String toSql() {
            return "RETURNS " + type.toSql();
        }
    }

    /**
     * Is {@code RETURNS TABLE (column type, ...)}.
     *
     * @param columns the columns, at least one
     * @param span where the clause stood
     */
    record Table(List<Field> columns, SourceSpan span) implements ReturnClause {
        /** Copies the list of columns. */
        public Table {
            columns = List.copyOf(columns);
        }

        @Override
        public String toSql() {
            return "RETURNS TABLE " + StatementText.list(columns);
        }
    }
}
