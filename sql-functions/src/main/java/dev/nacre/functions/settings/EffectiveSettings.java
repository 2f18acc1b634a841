package dev.nacre.functions.settings;

import dev.nacre.engine.Compilations;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What holds: the smallest of the values that are set, the standard one where none is, and never more than this JVM's
 * maximum. An immutable value.
 *
 * @param maxima of this JVM
 * @param values what is set, by the connection, the session, functions and components together
 */
public record EffectiveSettings(ServerMaxima maxima, SettingValues values) {
    /** Returns what holds in this JVM where nothing is set. */
    public static EffectiveSettings ofJvm() {
        return new EffectiveSettings(ServerMaxima.ofJvm(), SettingValues.none());
    }

    /** Returns what holds when more is set. */
    public EffectiveSettings and(SettingValues more) {
        return more.isEmpty() ? this : new EffectiveSettings(maxima, values.and(more));
    }

    /** Returns what holds when all is as large as this JVM allows, but for the time to compile. */
    public EffectiveSettings atItsMost() {
        SettingValues most = SettingValues.none();
        for (SqlSetting setting : SqlSetting.values()) {
            most = setting == SqlSetting.COMPILE_TIMEOUT ? most : most.with(setting, maxima.get(setting));
        }
        return new EffectiveSettings(maxima, most.with(SqlSetting.COMPILE_TIMEOUT, get(SqlSetting.COMPILE_TIMEOUT)));
    }

    /** Returns the value of a setting, in its unit; {@link Long#MAX_VALUE} for no bound. */
    public long get(SqlSetting setting) {
        return Math.min(maxima.get(setting), values.get(setting).orElse(setting.standard()));
    }

    /** Returns the value of a setting of time; as good as for ever where there is no bound. */
    public Duration duration(SqlSetting setting) {
        return Duration.ofMillis(get(setting));
    }

    /** Returns what a component is loaded under: as {@link #limits}, but it may declare all the memory that anybody may set. */
    public Limits loadLimits() {
        return values.get(SqlSetting.MEMORY).isPresent()
                ? limits()
                : limits().with(Setting.MEMORY, maxima.get(SqlSetting.MEMORY));
    }

    /** Returns how many components an engine of this JVM compiles at the same time. */
    public Compilations compilations() {
        long all = get(SqlSetting.SERVER_COMPILATIONS);
        long ofUser = get(SqlSetting.USER_COMPILATIONS);
        Compilations standard = all == Long.MAX_VALUE ? Compilations.standard() : Compilations.atOnce(count(all));
        return ofUser == Long.MAX_VALUE ? standard : new Compilations(standard.atOnce(), count(ofUser));
    }

    private static int count(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** Returns the canonical text of a setting's value. */
    public String text(SqlSetting setting) {
        return setting.text(get(setting));
    }

    /** Returns the engine's limits under these settings, with the features of the sandbox. */
    public Limits limits() {
        Map<Setting, Long> limits = new EnumMap<>(Setting.class);
        for (SqlSetting setting : SqlSetting.values()) {
            setting.engine().ifPresent(engine -> limits.put(engine, get(setting)));
        }
        return new Limits(limits, Limits.sandbox().features());
    }
}
