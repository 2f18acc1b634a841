package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/**
 * Is {@code SET NACRE.setting = literal}.
 *
 * @param setting the setting's name, without the {@code NACRE} before it
 * @param value its new value
 * @param span where the statement stood
 */
public record SetSetting(Identifier setting, Literal value, SourceSpan span) implements NacreStatement {

    @Override
    public String toSql() {
        return "SET NACRE." + setting.toSql() + " = " + value.toSql();
    }
}
