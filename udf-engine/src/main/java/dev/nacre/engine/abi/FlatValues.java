package dev.nacre.engine.abi;

import java.util.Arrays;

/**
 * Core values on their way into or out of a core function, each as its bits in a {@code long}. Mutable, one thread at a
 * time.
 *
 * <p>An {@code i32} and the bits of an {@code f32} stand in the low half, the high half is zero when written and ignored
 * when read. So the coercions that a variant's joined types need (CanonicalABI.md, "Flat Lifting") are no work at all.
 */
final class FlatValues {
    private final long[] values;
    private int position;

    FlatValues(int capacity) {
        this(new long[capacity]);
    }

    /** Makes a reader of core values that stand in an array. */
    FlatValues(long[] values) {
        this.values = values;
    }

    /** Begins anew, for writing or for reading. */
    void rewind() {
        position = 0;
    }

    /** Begins anew with zeros, for writing. */
    void clear() {
        Arrays.fill(values, 0);
        position = 0;
    }

    /** Returns the values themselves; what is behind those written is of an earlier use. */
    long[] array() {
        return values;
    }

    int position() {
        return position;
    }

    /** Leaves out the values between here and a position, for reading. */
    void skipTo(int target) {
        position = target;
    }

    /** Writes zeros up to a position. */
    void padTo(int target) {
        while (position < target) {
            values[position++] = 0;
        }
    }

    void putInt(int value) {
        values[position++] = value & 0xFFFF_FFFFL;
    }

    void putLong(long value) {
        values[position++] = value;
    }

    int nextInt() {
        return (int) values[position++];
    }

    long nextLong() {
        return values[position++];
    }
}
