package dev.nacre.functions;

import dev.nacre.functions.settings.SettingValues;
import dev.nacre.functions.settings.SqlSetting;
import java.util.Collection;

/** The settings that definitions bring along. */
public final class FunctionSettings {
    private FunctionSettings() {}

    /** Returns what the definition of a function and that of its component set. */
    public static SettingValues of(FunctionDefinition function) {
        SettingValues own = function.options().settings("function '" + function.name() + "'");
        return function.component().map(component -> own.and(of(component))).orElse(own);
    }

    /** Returns what the definition of a component sets. */
    public static SettingValues of(ComponentDefinition component) {
        return component.options().settings("component '" + component.name() + "'");
    }

    /** Returns what functions set for the whole statement that calls them: the smallest of each. */
    public static SettingValues ofStatement(Collection<FunctionDefinition> functions) {
        return functions.stream()
                .map(function -> of(function).of(SqlSetting.Holder.STATEMENT))
                .reduce(SettingValues.none(), SettingValues::and);
    }
}
