package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code SHOW CREATE FUNCTION name}.
 *
 * @param name the function's name
 * @param span where the statement stood
 */
public record ShowCreateFunction(QualifiedName name, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return "SHOW CREATE FUNCTION " + name.toSql();
    }
}
