package dev.nacre.jdbc;

import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.functions.settings.SettingValues;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.sql.ddl.Literal;
import dev.nacre.sql.ddl.SetSetting;
import dev.nacre.sql.ddl.TextLiteral;

/** The settings of one connection: those of its URL and properties, and those that SET gave it. One thread at a time. */
final class SessionSettings {
    private static final String SUBJECT = "SET NACRE";

    private final EffectiveSettings opened;
    private SettingValues set = SettingValues.none();
    private EffectiveSettings effective;

    SessionSettings(ServerMaxima maxima, SettingValues opened) {
        this(new EffectiveSettings(maxima, opened));
    }

    private SessionSettings(EffectiveSettings opened) {
        this.opened = opened;
        this.effective = opened;
    }

    /** Returns the settings without what SET gave them: the next user of a pooled connection set nothing yet. */
    SessionSettings asOpened() {
        return new SessionSettings(opened);
    }

    EffectiveSettings effective() {
        return effective;
    }

    /**
     * Runs {@code SET NACRE.setting = literal}; NULL takes back what was set before.
     *
     * @throws dev.nacre.functions.FunctionException for a name or a value that cannot be set
     */
    void set(SetSetting statement) {
        SqlSetting setting = SqlSetting.named(SUBJECT, statement.setting().value());
        Literal literal = statement.value();
        set = literal instanceof Literal.Null
                ? set.without(setting)
                : set.with(setting, opened.maxima().parse(setting, SUBJECT, value(literal)));
        effective = opened.and(set);
    }

    private static Object value(Literal literal) {
        if (literal instanceof TextLiteral text) {
            return text.value();
        }
        return literal instanceof Literal.Number number ? number.value() : literal.toSql();
    }
}
