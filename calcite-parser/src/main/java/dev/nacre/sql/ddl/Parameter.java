package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Is a parameter of a routine.
 *
 * @param name its name, or null where only the type was written
 * @param type its type
 */
public record Parameter(@Nullable Identifier name, TypeExpression type) implements SqlFragment {

    @Override
    public SourceSpan span() {
        return name == null ? type.span() : name.span().to(type.span());
    }

    @Override
    public String toSql() {
        return name == null ? type.toSql() : name.toSql() + " " + type.toSql();
    }
}
