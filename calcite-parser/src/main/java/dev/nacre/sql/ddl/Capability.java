package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Is something of the host that a component may be granted, as {@code CLOCK} or {@code DIRECTORY '/data'}.
 *
 * @param name the capability's name; any word is accepted here
 * @param argument what it is limited to, or null
 */
public record Capability(Identifier name, @Nullable TextLiteral argument) implements SqlFragment {

    @Override
    public SourceSpan span() {
        return argument == null ? name.span() : name.span().to(argument.span());
    }

    @Override
    public String toSql() {
        return argument == null ? name.toSql() : name.toSql() + " " + argument.toSql();
    }
}
