package dev.nacre.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The bounds that components are held to: a value for each {@link Setting}, and the features of core WebAssembly that
 * are let in. An immutable value.
 *
 * {@snippet :
 * Limits limits = Limits.sandbox().with(Setting.MEMORY, 64 << 20);
 * }
 *
 * @param settings the value of every setting
 * @param features what core modules may use
 */
public record Limits(Map<Setting, Long> settings, Set<CoreFeature> features) {
    /**
     * Takes values, and the standard one for each setting that is not there.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for a value or a feature that cannot be set
     */
    public Limits {
        Map<Setting, Long> all = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            all.put(setting, inRange(setting, settings.getOrDefault(setting, setting.standard())));
        }
        settings = Collections.unmodifiableMap(all);
        features = runnable(features);
    }

    /** Returns the bounds for untrusted components: core 2.0 without SIMD, extended constant expressions, tight caps. */
    public static Limits sandbox() {
        Set<CoreFeature> features = allRunnable();
        features.remove(CoreFeature.EXCEPTIONS);
        features.remove(CoreFeature.MULTI_MEMORY);
        return new Limits(Map.of(), features);
    }

    /** Returns the widest bounds: everything that the engine runs, as far as the specification goes. */
    public static Limits specification() {
        Map<Setting, Long> most = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            most.put(setting, setting.most());
        }
        return new Limits(most, allRunnable());
    }

    /** Returns the value of a setting, in its unit. */
    public long get(Setting setting) {
        return Objects.requireNonNull(settings.get(setting), "every setting has a value");
    }

    /** Returns the value of {@link Setting#COMPILE_TIMEOUT}. */
    public Duration compileTimeout() {
        return Duration.ofMillis(get(Setting.COMPILE_TIMEOUT));
    }

    /**
     * Returns these limits with another value for one setting.
     *
     * @param value in the unit of the setting, 0 to its {@link Setting#most()}
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for another value
     */
    public Limits with(Setting setting, long value) {
        Map<Setting, Long> changed = new EnumMap<>(settings);
        changed.put(setting, value);
        return new Limits(changed, features);
    }

    /**
     * Returns these limits with other features.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for a feature that the engine does not run
     */
    public Limits withFeatures(Set<CoreFeature> allowed) {
        return new Limits(settings, allowed);
    }

    /** Returns whether whatever keeps to other limits keeps to these, too. */
    public boolean allow(Limits other) {
        return features.containsAll(other.features)
                && settings.entrySet().stream().allMatch(setting -> other.get(setting.getKey()) <= setting.getValue());
    }

    /**
     * Checks a count against a cap.
     *
     * @param found how many there are, unsigned sums included: a negative number counts as too many
     * @param subject what has so many, asked for only when the cap is exceeded; for example {@code function 17 'sort'}
     * @throws EngineException with {@link ErrorCode#CAP_EXCEEDED}
     */
    public void check(Setting cap, long found, Supplier<String> subject) {
        if (found < 0 || found > get(cap)) {
            throw new EngineException(
                    ErrorCode.CAP_EXCEEDED,
                    subject.get() + " has " + Long.toUnsignedString(found) + " " + cap.noun() + ", at most " + get(cap)
                            + " allowed (setting " + cap.key() + ")");
        }
    }

    private static Set<CoreFeature> allRunnable() {
        Set<CoreFeature> features = EnumSet.allOf(CoreFeature.class);
        features.removeIf(feature -> !feature.isRunnable());
        return features;
    }

    private static long inRange(Setting setting, long value) {
        if (value < 0 || value > setting.most()) {
            throw new EngineException(
                    ErrorCode.BAD_SETTING,
                    "setting '" + setting.key() + "': expected 0 to " + setting.most() + ", found " + value);
        }
        return value;
    }

    private static Set<CoreFeature> runnable(Set<CoreFeature> features) {
        Set<CoreFeature> copy = EnumSet.noneOf(CoreFeature.class);
        copy.addAll(features);
        for (CoreFeature feature : copy) {
            if (!feature.isRunnable()) {
                throw new EngineException(
                        ErrorCode.BAD_SETTING,
                        "feature '" + feature.title() + "' cannot be allowed: this engine does not run it");
            }
        }
        return Collections.unmodifiableSet(copy);
    }
}
