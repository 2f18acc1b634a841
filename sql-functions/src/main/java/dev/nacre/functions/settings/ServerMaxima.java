package dev.nacre.functions.settings;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The most that each setting can be in this JVM. Whoever starts the JVM sets it, by a system property for each setting:
 * {@code -Dnacre.max.memory="64 MiB"}; no SQL, no URL and no database can go beyond. An immutable value.
 */
public final class ServerMaxima {
    /** How the system properties begin. */
    public static final String PREFIX = "nacre.max.";

    private final Map<SqlSetting, Long> maxima;

    private ServerMaxima(Map<SqlSetting, Long> maxima) {
        this.maxima = Collections.unmodifiableMap(maxima);
    }

    /**
     * Reads this JVM's system properties.
     *
     * @throws FunctionException with {@link FunctionErrorCode#BAD_SETTING} for a name or a value that means nothing: a bound
     *     that does not hold must not go unnoticed
     */
    public static ServerMaxima ofJvm() {
        return of((Properties) System.getProperties().clone());
    }

    /** Reads properties: others than those that begin with {@link #PREFIX} are left alone. */
    public static ServerMaxima of(Properties properties) {
        Map<SqlSetting, Long> maxima = new EnumMap<>(SqlSetting.class);
        for (SqlSetting setting : SqlSetting.values()) {
            maxima.put(setting, setting.maximum());
        }
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                String subject = "system property '" + SettingLiterals.quotable(name) + "'";
                SqlSetting setting = SqlSetting.named(subject, name.substring(PREFIX.length()));
                String written = String.valueOf(properties.getProperty(name));
                maxima.put(setting, within(setting, subject, written, setting.furthest()));
            }
        }
        return new ServerMaxima(maxima);
    }

    /** Returns the most that a setting can be, in its unit; {@link Long#MAX_VALUE} for no bound. */
    public long get(SqlSetting setting) {
        return Objects.requireNonNull(maxima.get(setting), "every setting has a maximum");
    }

    /**
     * Reads a value and checks that it may be set.
     *
     * @param subject what it was written for, for example {@code SET NACRE.MEMORY}
     * @throws FunctionException with {@link FunctionErrorCode#BAD_SETTING} for a value that cannot be read, is below the least
     *     or above the maximum, and for a setting of the whole JVM
     */
    public long parse(SqlSetting setting, String subject, Object literal) {
        requireSettable(setting, subject);
        return within(setting, subject, literal, get(setting));
    }

    /** Refuses what only whoever starts the JVM sets. */
    static void requireSettable(SqlSetting setting, String subject) {
        if (setting.holder() == SqlSetting.Holder.JVM) {
            throw new FunctionException(
                    FunctionErrorCode.BAD_SETTING,
                    subject + ": setting '" + setting.key()
                            + "': expected one of a session, a component or a function; only"
                            + " whoever starts the JVM sets it, with -D" + PREFIX + setting.key());
        }
    }

    private static long within(SqlSetting setting, String subject, Object literal, long most) {
        long value = setting.parse(subject, literal);
        if (value > most) {
            throw SettingLiterals.refused(
                    setting,
                    subject,
                    "at most " + setting.text(most) + " (only whoever starts the JVM can allow more, with -D" + PREFIX
                            + setting.key() + ")",
                    literal);
        }
        if (value < setting.least()) {
            throw SettingLiterals.refused(setting, subject, "at least " + setting.text(setting.least()), literal);
        }
        return value;
    }
}
