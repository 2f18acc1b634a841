package dev.nacre.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arrays that memories left behind, for new memories: an array of some size costs the collector more than the zeros that
 * make it fresh. Mutable, used by one thread at a time.
 */
public final class SpareMemory {
    private final List<byte[]> arrays = new ArrayList<>();

    /** Takes an array in that nobody uses any more. */
    void add(byte[] array) {
        if (array.length > 0) {
            arrays.add(array);
        }
    }

    /** Returns an array of zeros. */
    byte[] zeros(int byteLength) {
        for (int i = 0; i < arrays.size(); i++) {
            if (arrays.get(i).length == byteLength) {
                byte[] array = arrays.remove(i);
                Arrays.fill(array, (byte) 0);
                return array;
            }
        }
        return new byte[byteLength];
    }

    /** Returns whether there is no array. */
    public boolean isEmpty() {
        return arrays.isEmpty();
    }

    /** Lets go of all arrays. */
    public void clear() {
        arrays.clear();
    }
}
