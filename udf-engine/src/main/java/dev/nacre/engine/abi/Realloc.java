package dev.nacre.engine.abi;

/** The shape of a guest's allocator (CanonicalABI.md, {@code reallocate}). Public because generated classes implement it. */
@FunctionalInterface
public interface Realloc {
    /**
     * Gives memory.
     *
     * @param oldPointer 0 for new memory
     * @param oldBytes 0 for new memory
     * @param alignment 1, 2, 4 or 8
     * @param newBytes how many are wanted
     * @return the pointer, unsigned
     */
    int call(int oldPointer, int oldBytes, int alignment, int newBytes);
}
