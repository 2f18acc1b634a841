package dev.nacre.engine.hostile;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A Jazzer target: the bytes set limits, legal and not, and choose a good component that is run under them. */
public final class LimitsFuzzer {
    private static final List<byte[]> COMPONENTS =
            new ArrayList<>(Specimens.runnable().values());

    private LimitsFuzzer() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedRandom random = new FuzzedRandom(input);
        byte[] component = COMPONENTS.get(random.nextInt(COMPONENTS.size()));
        Limits limits = Exerciser.LIMITS;
        try {
            if (random.nextBoolean()) {
                limits = limits.withFeatures(features(random));
            }
            for (int left = random.nextInt(8); left > 0; left--) {
                limits = limits.with(Setting.values()[random.nextInt(Setting.values().length)], value(random));
            }
        } catch (EngineException refusal) {
            if (refusal.code() != ErrorCode.BAD_SETTING) {
                throw refusal;
            }
            return;
        }
        try (Exerciser exerciser = new Exerciser(limits)) {
            exerciser.exercise(component, random);
        }
    }

    /** Small numbers mostly, which are where limits are reached. */
    private static long value(FuzzedRandom random) {
        return random.nextInt(8) == 7 ? random.nextLong() : random.nextInt(random.nextBoolean() ? 0x100 : 0x10_0000);
    }

    private static Set<CoreFeature> features(FuzzedRandom random) {
        Set<CoreFeature> features = EnumSet.noneOf(CoreFeature.class);
        for (CoreFeature feature : CoreFeature.values()) {
            if (feature.isRunnable() ? random.nextInt(8) != 7 : random.nextInt(256) == 255) {
                features.add(feature);
            }
        }
        return features;
    }
}
