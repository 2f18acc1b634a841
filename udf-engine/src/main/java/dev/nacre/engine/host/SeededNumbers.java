package dev.nacre.engine.host;

/** SplitMix64, written out so that the numbers of a seed are the same on every JVM. Not for secrets. */
final class SeededNumbers implements GuestRandom {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    SeededNumbers(long seed) {
        this.state = seed;
    }

    @Override
    public long next() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = i % Long.BYTES == 0 ? next() : bits >>> Byte.SIZE;
            bytes[i] = (byte) bits;
        }
        return bytes;
    }
}
