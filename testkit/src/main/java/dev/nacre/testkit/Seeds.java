package dev.nacre.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Random values that can be repeated, for property tests: the extension adds the seed to the stack trace of a test that
 * fails.
 *
 * <p>One seed serves the whole test run: that of the system property {@value #SEED_PROPERTY}, else a new one in a soak
 * run ({@code -Psoak}), which is to find what is not known yet, else always the same, so that a build is repeatable.
 *
 * {@snippet :
 * @RegisterExtension
 * final Seeds seeds = new Seeds();
 *
 * @Test
 * void readsWhatItWrote() {
 *     for (int round = 0; round < Seeds.count(200, 20_000); round++) {
 *         RandomGenerator random = Seeds.random(round);
 *     }
 * }
 * }
 */
public final class Seeds implements TestExecutionExceptionHandler {

    /** The system property that sets the seed, a decimal number. */
    public static final String SEED_PROPERTY = "nacre.seed";

    /** The system property that asks for full counts when it is {@code true}. */
    public static final String SOAK_PROPERTY = "nacre.soak";

    private static final long BUILD_SEED = 20_261_122L;
    private static final long RUN_SEED = choose();

    /** Makes the extension. */
    public Seeds() {}

    /** Returns the seed of this test run. */
    public static long seed() {
        return RUN_SEED;
    }

    /**
     * Returns random values that depend on the run's seed and a number alone, so that one case of many can be repeated
     * without those before it.
     *
     * @param number of the case, or of the purpose
     */
    public static RandomGenerator random(long number) {
        return new SplittableRandom(mix(RUN_SEED, number));
    }

    /** Returns how many cases to try: one count in every build, another in a soak run. */
    public static int count(int inBuild, int underSoak) {
        return soaking() ? underSoak : inBuild;
    }

    /** Returns whether this is a soak run. */
    public static boolean soaking() {
        return Boolean.getBoolean(SOAK_PROPERTY);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new SeedNote(RUN_SEED));
        throw failure;
    }

    /** Returns a seed for a case, so that the cases of neighbouring numbers have nothing in common. */
    static long mix(long seed, long number) {
        return new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L)).nextLong();
    }

    private static long choose() {
        long standard = soaking() ? System.nanoTime() : BUILD_SEED;
        return Long.getLong(SEED_PROPERTY, standard);
    }

    /** Not a failure of its own: carries the seed into the printed stack trace. */
    private static final class SeedNote extends Exception {
        private static final long serialVersionUID = 1;

        SeedNote(long seed) {
            super("the seed was " + seed + "; repeat with -D" + SEED_PROPERTY + "=" + seed, null, false, false);
        }
    }
}
