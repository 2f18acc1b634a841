package dev.nacre.functions.settings;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The settings that somebody set: a session, a connection's URL, a component, a function. An immutable value. */
public final class SettingValues {
    private static final SettingValues NONE = new SettingValues(new EnumMap<>(SqlSetting.class));

    private final EnumMap<SqlSetting, Long> values;

    private SettingValues(EnumMap<SqlSetting, Long> values) {
        this.values = values;
    }

    /** Returns values of nothing. */
    public static SettingValues none() {
        return NONE;
    }

    /**
     * Reads what somebody wrote, for example in {@code WITH (...)}.
     *
     * @param subject what it was written for, for example {@code component 'PUBLIC.C'}
     * @param written values by name in any case, as {@link SqlSetting#parse} takes them
     * @throws FunctionException with {@link FunctionErrorCode#BAD_SETTING} for a name that is no setting or comes twice, and as
     *     {@link ServerMaxima#parse}
     */
    public static SettingValues parse(String subject, Map<String, ?> written, ServerMaxima maxima) {
        SettingValues values = NONE;
        for (Map.Entry<String, ?> entry : written.entrySet()) {
            SqlSetting setting = SqlSetting.named(subject, entry.getKey());
            if (values.get(setting).isPresent()) {
                throw new FunctionException(
                        FunctionErrorCode.BAD_SETTING,
                        subject + ": expected each setting once, found '" + setting.key() + "' twice");
            }
            values = values.with(setting, maxima.parse(setting, subject, entry.getValue()));
        }
        return values;
    }

    /**
     * Reads what a database holds. Values above this JVM's maxima are no error, because the database may come from another
     * JVM; they do not hold here, see {@link EffectiveSettings}.
     *
     * @param stored values by name in any case, as {@link #parse} takes them
     * @throws FunctionException with {@link FunctionErrorCode#DAMAGED_DEFINITION} for what {@link #parse} refuses in any JVM
     */
    public static SettingValues ofStored(String subject, Map<String, ?> stored) {
        SettingValues values = NONE;
        for (Map.Entry<String, ?> entry : stored.entrySet()) {
            try {
                SqlSetting setting = SqlSetting.named(subject, entry.getKey());
                ServerMaxima.requireSettable(setting, subject);
                values = values.with(setting, setting.parse(subject, entry.getValue()));
            } catch (FunctionException unreadable) {
                throw new FunctionException(
                        FunctionErrorCode.DAMAGED_DEFINITION, unreadable.getMessage() + "; create it again");
            }
        }
        return values;
    }

    /** Returns the value of a setting, in its unit; empty where it is not set. */
    public OptionalLong get(SqlSetting setting) {
        Long value = values.get(setting);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Returns whether nothing is set. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns these values with another for one setting. */
    public SettingValues with(SqlSetting setting, long value) {
        EnumMap<SqlSetting, Long> changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new SettingValues(changed);
    }

    /** Returns these values without one for a setting. */
    public SettingValues without(SqlSetting setting) {
        EnumMap<SqlSetting, Long> changed = new EnumMap<>(values);
        changed.remove(setting);
        return new SettingValues(changed);
    }

    /** Returns the values of both, the smaller one where both set something. */
    public SettingValues and(SettingValues other) {
        if (other.isEmpty()) {
            return this;
        }
        EnumMap<SqlSetting, Long> smallest = new EnumMap<>(values);
        other.values.forEach((setting, value) -> smallest.merge(setting, value, Math::min));
        return new SettingValues(smallest);
    }

    /** Returns the values of settings that bound something else than others: a statement, an instance, or a component. */
    public SettingValues of(SqlSetting.Holder holder) {
        EnumMap<SqlSetting, Long> some = new EnumMap<>(values);
        some.keySet().removeIf(setting -> setting.holder() != holder);
        return new SettingValues(some);
    }

    /** Returns the canonical text of each value by the setting's name, in the order of the table. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((setting, value) -> texts.put(setting.key(), setting.text(value)));
        return texts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettingValues same && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}
