package dev.nacre.jdbc;

import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.functions.settings.SettingValues;
import dev.nacre.functions.settings.SqlSetting;
import java.sql.DriverPropertyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The properties that a connection can be opened with, described for tools that ask their users for them. */
final class ConnectionProperties {
    private final ServerMaxima maxima;
    private final SettingValues set;

    private ConnectionProperties(ServerMaxima maxima, SettingValues set) {
        this.maxima = maxima;
        this.set = set;
    }

    /** @throws dev.nacre.functions.FunctionException for a setting that no connection could be opened with */
    static DriverPropertyInfo[] of(@Nullable String url, @Nullable Properties info) {
        Properties given = info == null ? new Properties() : info;
        ServerMaxima maxima = ServerMaxima.ofJvm();
        SettingValues set =
                ConnectionSettings.of(url == null ? "" : url, given, maxima).values();
        return new ConnectionProperties(maxima, set).all(given);
    }

    private DriverPropertyInfo[] all(Properties given) {
        List<DriverPropertyInfo> all = new ArrayList<>();
        all.add(described("user", given.getProperty("user"), "the user of the H2 database"));
        all.add(described("password", null, "that user's password"));
        for (SqlSetting setting : SqlSetting.values()) {
            if (setting.holder() != SqlSetting.Holder.JVM) {
                all.add(described(ConnectionSettings.PROPERTY + setting.key(), value(setting), description(setting)));
            }
        }
        return all.toArray(DriverPropertyInfo[]::new);
    }

    /** Tools may send back what they were shown, and a default that is set bounds functions that ask for more. */
    private @Nullable String value(SqlSetting setting) {
        return set.get(setting).isPresent() ? setting.text(set.get(setting).getAsLong()) : null;
    }

    private String description(SqlSetting setting) {
        long most = maxima.get(setting);
        return setting.bounds() + "; default " + setting.text(Math.min(setting.standard(), most))
                + (most == Long.MAX_VALUE ? ", without a maximum" : ", at most " + setting.text(most));
    }

    /** There are no choices: a setting takes any quantity. */
    private static DriverPropertyInfo described(String name, @Nullable String value, String description) {
        DriverPropertyInfo property = new DriverPropertyInfo(name, value);
        property.description = description;
        return property;
    }
}
