package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Is {@code SHOW FUNCTIONS [LIKE 'pattern']}.
 *
 * @param like the pattern that names must match, or null for all
 * @param span where the statement stood
 */
public record ShowFunctions(@Nullable TextLiteral like, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return new StatementText("SHOW FUNCTIONS").addIfPresent("LIKE", like).toString();
    }
}
