package dev.nacre.bench.evil;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Damaged copies of a component, the same ones each time. */
final class Mutants {
    private static final int MOST_REMOVED = 16;
    private static final int[] EDGES = {0, 1, 2, 0x3f, 0x40, 0x41, 0x60, 0x7f, 0x80, 0xff};

    private Mutants() {}

    /** Returns the copy of a number. */
    static byte[] of(byte[] bytes, int number) {
        RandomGenerator random = new SplittableRandom(number);
        byte[] mutant = bytes;
        for (int wound = 0; wound <= number % 3; wound++) {
            mutant = wounded(mutant, random);
        }
        return mutant;
    }

    private static byte[] wounded(byte[] bytes, RandomGenerator random) {
        int position = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> withByte(bytes, position, bytes[position] ^ 1 << random.nextInt(Byte.SIZE));
            case 1 -> withByte(bytes, position, EDGES[random.nextInt(EDGES.length)]);
            case 2 ->
                Binary.join(
                        Arrays.copyOf(bytes, position),
                        Binary.bytes(EDGES[random.nextInt(EDGES.length)]),
                        Arrays.copyOfRange(bytes, position, bytes.length));
            default ->
                Binary.join(
                        Arrays.copyOf(bytes, Math.max(position, Byte.SIZE)),
                        Arrays.copyOfRange(
                                bytes,
                                Math.min(position + 1 + random.nextInt(MOST_REMOVED), bytes.length),
                                bytes.length));
        };
    }

    private static byte[] withByte(byte[] bytes, int position, int value) {
        byte[] changed = bytes.clone();
        changed[position] = (byte) value;
        return changed;
    }
}
