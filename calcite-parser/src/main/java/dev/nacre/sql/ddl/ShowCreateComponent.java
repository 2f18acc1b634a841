package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code SHOW CREATE COMPONENT name}.
 *
 * @param name the component's name
 * @param span where the statement stood
 */
public record ShowCreateComponent(QualifiedName name, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return "SHOW CREATE COMPONENT " + name.toSql();
    }
}
