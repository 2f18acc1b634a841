package dev.nacre.engine.abi;

import java.util.Arrays;

/**
 * What the guest keeps for each call that runs in an instance: two numbers, zero when the call begins. Mutable, used by one
 * thread at a time.
 *
 * <p>CanonicalABI.md, {@code Thread.storage}. Calls inside calls have numbers of their own, and so has each call of the
 * allocator.
 */
final class TaskStorage {
    private static final int SLOTS = 2;

    private int[] values = new int[8 * SLOTS];
    private int base;

    void begin() {
        base += SLOTS;
        if (base == values.length) {
            values = Arrays.copyOf(values, 2 * base);
        }
        values[base] = 0;
        values[base + 1] = 0;
    }

    void end() {
        base -= SLOTS;
    }

    int get(int slot) {
        return values[base + slot];
    }

    void set(int slot, int value) {
        values[base + slot] = value;
    }
}
