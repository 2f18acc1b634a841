package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is one {@code option = literal} of a WITH clause.
 *
 * @param name the option's name
 * @param value its value
 */
public record OptionSetting(Identifier name, Literal value) implements SqlFragment {

    @Override
    public SourceSpan span() {
        return name.span().to(value.span());
    }

    @Override
    public String toSql() {
        return name.toSql() + " = " + value.toSql();
    }
}
