package dev.nacre.engine.host;

/**
 * The random numbers of one instance: SplitMix64 with a fixed seed, written out so that the numbers are the same on every
 * JVM. Not for secrets. Mutable, used by the instance's thread.
 */
final class GuestRandom implements HostState {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    long next() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = i % Long.BYTES == 0 ? next() : bits >>> Byte.SIZE;
            bytes[i] = (byte) bits;
        }
        return bytes;
    }
}
