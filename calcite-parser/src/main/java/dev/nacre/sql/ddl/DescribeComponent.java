package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code DESCRIBE COMPONENT name}.
 *
 * @param name the component's name
 * @param span where the statement stood
 */
public record DescribeComponent(QualifiedName name, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return "DESCRIBE COMPONENT " + name.toSql();
    }
}
