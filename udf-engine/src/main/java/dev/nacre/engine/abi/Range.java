package dev.nacre.engine.abi;

/** A pointer and a length in one {@code long}, so that storing a list allocates no object on the Java heap. */
final class Range {
    private Range() {}

    static long of(int pointer, int length) {
        return ((long) pointer << 32) | (length & 0xFFFF_FFFFL);
    }

    static int pointer(long range) {
        return (int) (range >>> 32);
    }

    static int length(long range) {
        return (int) range;
    }

    /** Writes both to memory, as a string or list inside another value lies there. */
    static void store(AbiContext context, long range, int pointer) {
        byte[] bytes = context.bytes();
        LittleEndian.putInt(bytes, pointer, pointer(range));
        LittleEndian.putInt(bytes, pointer + 4, length(range));
    }

    /** Writes both as core values. */
    static void lowerFlat(long range, FlatValues values) {
        values.putInt(pointer(range));
        values.putInt(length(range));
    }
}
