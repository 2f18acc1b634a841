package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code SHOW COMPONENTS [LIKE 'pattern']}.
 *
 * @param like the pattern that names must match, or null for all
 * @param span where the statement stood
 */
public record ShowComponents(@Nullable TextLiteral like, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return new StatementText("SHOW COMPONENTS").addIfPresent("LIKE", like).toString();
    }
}
