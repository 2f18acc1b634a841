package dev.nacre.engine.hostile;

/**
 * A Jazzer target: the bytes are a component, taken as far as they go. Public, with a public method of this name, because
 * Jazzer looks for that.
 */
public final class LoadFuzzer {
    private static final Exerciser EXERCISER = new Exerciser(Exerciser.LIMITS);

    private LoadFuzzer() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        EXERCISER.exercise(input, new FuzzedRandom(input));
    }
}
