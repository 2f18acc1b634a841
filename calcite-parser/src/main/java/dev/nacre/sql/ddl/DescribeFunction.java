package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code DESCRIBE FUNCTION name}.
 *
 * @param name the function's name
 * @param span where the statement stood
 */
public record DescribeFunction(QualifiedName name, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return "DESCRIBE FUNCTION " + name.toSql();
    }
}
