package dev.nacre.ddl;

import dev.nacre.functions.DefinitionOptions;
import dev.nacre.functions.settings.SettingValues;
import dev.nacre.sql.ddl.Literal;
import dev.nacre.sql.ddl.OptionSetting;
import dev.nacre.sql.ddl.TextLiteral;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads WITH clauses. */
final class WrittenOptions {
    private WrittenOptions() {}

    /**
     * Returns the options; NULL is none.
     *
     * @throws dev.nacre.functions.FunctionException for what is no setting, or goes beyond this JVM's maximum
     */
    static DefinitionOptions of(String subject, List<OptionSetting> written, DdlSession session) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (OptionSetting option : written) {
            String name = option.name().value().toLowerCase(Locale.ROOT);
            if (option.value() instanceof TextLiteral text) {
                values.put(name, text.value());
            } else if (option.value() instanceof Literal.Number number) {
                values.put(name, number.value());
            } else if (option.value() instanceof Literal.Truth truth) {
                values.put(name, truth.value());
            }
        }
        SettingValues.parse(subject, values, session.settings().maxima());
        return new DefinitionOptions(values);
    }
}
