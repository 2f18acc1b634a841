package dev.nacre.engine.hostile;

import java.util.random.RandomGenerator;

/** Random numbers that a fuzzer chose: they come out of its bytes in order, and are 0 when those are used up. */
final class FuzzedRandom implements RandomGenerator {
    private final byte[] bytes;
    private int position;

    FuzzedRandom(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isUsedUp() {
        return position >= bytes.length;
    }

    private int nextByte() {
        return position < bytes.length ? bytes[position++] & 0xff : 0;
    }

    @Override
    public long nextLong() {
        long result = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            result = result << Byte.SIZE | nextByte();
        }
        return result;
    }

    @Override
    public int nextInt() {
        return nextByte() << 24 | nextByte() << 16 | nextByte() << 8 | nextByte();
    }

    /** Takes one byte for a small bound, so that a fuzzer sees what its bytes do. */
    @Override
    public int nextInt(int bound) {
        return bound <= 0x100 ? nextByte() % bound : Integer.remainderUnsigned(nextInt(), bound);
    }

    @Override
    public boolean nextBoolean() {
        return (nextByte() & 1) != 0;
    }
}
