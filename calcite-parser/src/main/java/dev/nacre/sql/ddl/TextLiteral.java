package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is a character string.
 *
 * @param value the characters, without the quotes
 * @param span where it stood
 */
public record TextLiteral(String value, SourceSpan span) implements Literal {

    @Override
    public String toSql() {
        return "'" + value.replace("'", "''") + "'";
    }
}
