package dev.nacre.engine.abi;

/**
 * How strings lie in linear memory.
 *
 * <p>CanonicalABI.md, {@code load_string_from_range} and {@code store_string_into_range}. A Java string is taken as a
 * source of the encoding that makes the exact size known before the one allocation, which the specification leaves to the
 * host; so for the host the guest's allocator is never asked to grow or shrink what it gave. Between guests it is, as the
 * specification prescribes for each pair of encodings.
 */
interface TextEncoding {
    /** The longest string that may be lifted or lowered, in bytes. */
    int MAX_BYTE_LENGTH = (1 << 28) - 1;

    /** Returns how a string of a length lies in memory. */
    TextForm form(int taggedUnits);

    /** Returns a length without what it says of the form. */
    default int units(int taggedUnits) {
        return taggedUnits;
    }

    /** Returns what pointers to strings are a multiple of. */
    int alignment();

    /**
     * Reads a string.
     *
     * @param taggedUnits the length in code units, with the tag bit where the encoding has one
     */
    default String load(AbiContext context, int pointer, int taggedUnits) {
        int byteLength = requireRange(context, pointer, taggedUnits);
        return form(taggedUnits).decode(context.bytes(), pointer, byteLength);
    }

    /** Checks where a string lies and returns its length in bytes. */
    default int requireRange(AbiContext context, int pointer, int taggedUnits) {
        long byteLength = form(taggedUnits).byteLength(units(taggedUnits));
        context.requireStringRange(pointer, byteLength, alignment());
        return (int) byteLength;
    }

    /**
     * Allocates and writes a string of the host.
     *
     * @return pointer and tagged length, as {@link Range#of}
     */
    long store(AbiContext context, String text);

    /**
     * Allocates and writes a string of another guest.
     *
     * @param source holds the string, well-formed
     * @return pointer and tagged length, as {@link Range#of}
     */
    long store(AbiContext context, TextForm form, byte[] source, int pointer, int units);

    /** Allocates and writes a string whose bytes are what they are to be. */
    default int storeBytes(AbiContext context, byte[] source, int pointer, int byteLength) {
        int target = context.allocate(alignment(), byteLength);
        System.arraycopy(source, pointer, context.bytes(), target, byteLength);
        return target;
    }
}
