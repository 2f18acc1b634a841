package dev.nacre.engine.binary;

/** Reads sorts. */
final class SortReader {
    private final ByteCursor cursor;

    SortReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a sort of the component level, which includes core sorts. */
    Sort readSort() {
        int start = cursor.position();
        int code = cursor.readByte("a sort");
        return switch (code) {
            case 0 -> readCoreSort();
            case 1 -> Sort.FUNCTION;
            case 2 -> throw cursor.unsupported(start, "values");
            case 3 -> Sort.TYPE;
            case 4 -> Sort.COMPONENT;
            case 5 -> Sort.INSTANCE;
            default -> throw cursor.unknown(start, "a sort", code);
        };
    }

    Sort readCoreSort() {
        int start = cursor.position();
        int code = cursor.readByte("a core sort");
        return switch (code) {
            case 0x00 -> Sort.CORE_FUNCTION;
            case 0x01 -> Sort.CORE_TABLE;
            case 0x02 -> Sort.CORE_MEMORY;
            case 0x03 -> Sort.CORE_GLOBAL;
            case 0x04 -> Sort.CORE_TAG;
            case 0x10 -> Sort.CORE_TYPE;
            case 0x11 -> Sort.CORE_MODULE;
            case 0x12 -> Sort.CORE_INSTANCE;
            default -> throw cursor.unknown(start, "a core sort", code);
        };
    }
}
