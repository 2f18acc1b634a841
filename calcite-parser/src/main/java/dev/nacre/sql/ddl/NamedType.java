package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is a type that the grammar does not know: perhaps a domain, perhaps a mistake.
 *
 * @param name the name as written
 */
public record NamedType(QualifiedName name) implements TypeExpression {

    @Override
    public SourceSpan span() {
        return name.span();
    }

    @Override
    public String toSql() {
        return name.toSql();
    }
}
