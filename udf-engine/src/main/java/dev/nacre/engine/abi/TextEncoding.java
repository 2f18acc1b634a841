package dev.nacre.engine.abi;

/**
 * How strings lie in linear memory.
 *
 * <p>CanonicalABI.md, {@code load_string_from_range} and {@code store_string_into_range}. A Java string is taken as a
 * source of the encoding that makes the exact size known before the one allocation, which the specification leaves to the
 * host; so the guest's allocator is never asked to grow or shrink what it gave.
 */
interface TextEncoding {
    /** The longest string that may be lifted or lowered, in bytes. */
    int MAX_BYTE_LENGTH = (1 << 28) - 1;

    /**
     * Reads a string.
     *
     * @param units the length in code units, with the tag bit where the encoding has one
     */
    String load(AbiContext context, int pointer, int units);

    /**
     * Allocates and writes a string.
     *
     * @return pointer and tagged length, as {@link Range#of}
     */
    long store(AbiContext context, String text);
}
