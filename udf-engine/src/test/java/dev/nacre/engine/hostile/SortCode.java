package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;

import dev.nacre.engine.binary.Sort;

/** The bytes of sorts: Binary.md, {@code sort} and {@code core:sort}. */
final class SortCode {
    private SortCode() {}

    static int core(Sort sort) {
        return switch (sort) {
            case CORE_FUNCTION -> 0x00;
            case CORE_TABLE -> 0x01;
            case CORE_MEMORY -> 0x02;
            case CORE_GLOBAL -> 0x03;
            case CORE_TAG -> 0x04;
            case CORE_TYPE -> 0x10;
            case CORE_MODULE -> 0x11;
            case CORE_INSTANCE -> 0x12;
            case FUNCTION, TYPE, COMPONENT, INSTANCE -> throw new AssertionError(sort);
        };
    }

    static byte[] of(Sort sort) {
        return switch (sort) {
            case FUNCTION -> bytes(1);
            case TYPE -> bytes(3);
            case COMPONENT -> bytes(4);
            case INSTANCE -> bytes(5);
            default -> bytes(0, core(sort));
        };
    }

    /** The start of the type of an import or export. */
    static byte[] extern(Sort sort) {
        return sort == Sort.CORE_MODULE ? bytes(0, 0x11) : of(sort);
    }
}
