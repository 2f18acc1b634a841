package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is a column of a table function or a field of a row type.
 *
 * @param name its name
 * @param type its type
 */
public record Field(Identifier name, TypeExpression type) implements SqlFragment {

    @Override
    public SourceSpan span() {
        return name.span().to(type.span());
    }

    @Override
    public String toSql() {
        return name.toSql() + " " + type.toSql();
    }
}
