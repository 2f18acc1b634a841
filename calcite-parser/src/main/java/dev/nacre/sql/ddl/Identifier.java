package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is one name.
 *
 * @param value the name, folded by the connection's settings unless it was quoted
 * @param quoted whether it was written in quotes
 * @param span where it stood
 */
public record Identifier(String value, boolean quoted, SourceSpan span) implements SqlFragment {

    @Override
    public String toSql() {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
