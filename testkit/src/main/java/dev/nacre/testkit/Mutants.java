package dev.nacre.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Damaged copies of a file, for tests of what reads hostile input. The same original and seed give the same mutants; each
 * differs from the original.
 */
public final class Mutants {

    private static final Mutator[] MUTATORS = Mutator.values();
    private static final int MOST_STEPS = 4;

    private final byte[] original;
    private final long seed;

    private Mutants(byte[] original, long seed) {
        this.original = original.clone();
        this.seed = seed;
    }

    /**
     * Returns the mutants of a file.
     *
     * @param original at least one byte
     * @param seed such as {@link Seeds#seed()}
     */
    public static Mutants of(byte[] original, long seed) {
        if (original.length == 0) {
            throw new IllegalArgumentException("original: expected at least one byte, found none");
        }
        return new Mutants(original, seed);
    }

    /** Returns the mutants with the numbers from 0 to {@code count - 1}. */
    public Stream<Mutant> stream(int count) {
        return IntStream.range(0, count).mapToObj(this::get);
    }

    /** Returns the mutant with a number. */
    public Mutant get(int number) {
        RandomGenerator random = new SplittableRandom(Seeds.mix(seed, number));
        while (true) {
            Mutant mutant = mutate(number, random);
            if (!Arrays.equals(mutant.bytes, original)) {
                return mutant;
            }
        }
    }

    private Mutant mutate(int number, RandomGenerator random) {
        byte[] bytes = original;
        List<Mutator> steps = new ArrayList<>();
        int wanted = 1 + random.nextInt(MOST_STEPS);
        while (steps.size() < wanted && bytes.length > 0) {
            Mutator mutator = MUTATORS[random.nextInt(MUTATORS.length)];
            bytes = mutator.apply(bytes, random);
            steps.add(mutator);
        }
        return new Mutant("mutant " + number + " of seed " + seed + " by " + steps, bytes);
    }

    /** A damaged copy. Its text says how to make it again. */
    public static final class Mutant {
        private final String description;
        private final byte[] bytes;

        private Mutant(String description, byte[] bytes) {
            this.description = description;
            this.bytes = bytes;
        }

        /** Returns a new array with the damaged file. */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return description;
        }
    }
}
