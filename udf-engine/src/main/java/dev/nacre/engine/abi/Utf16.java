package dev.nacre.engine.abi;

/** UTF-16 in a byte array, least significant byte first, read and written without Java strings. */
final class Utf16 implements CodeUnits {
    @Override
    public boolean isWellFormed(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at += 2) {
            char unit = unit(bytes, at);
            if (Character.isSurrogate(unit)) {
                at += 2;
                if (at >= end || !Character.isSurrogatePair(unit, unit(bytes, at))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static char unit(byte[] bytes, int at) {
        return (char) LittleEndian.getShort(bytes, at);
    }

    @Override
    public int codePoint(byte[] bytes, int at) {
        char unit = unit(bytes, at);
        return Character.isSurrogate(unit) ? Character.toCodePoint(unit, unit(bytes, at + 2)) : unit;
    }

    @Override
    public int width(int codePoint) {
        return 2 * Character.charCount(codePoint);
    }

    /** Writes a character and returns where the next one goes. */
    static int put(int codePoint, byte[] bytes, int at) {
        if (Character.isBmpCodePoint(codePoint)) {
            LittleEndian.putShort(bytes, at, (short) codePoint);
            return at + 2;
        }
        LittleEndian.putShort(bytes, at, (short) Character.highSurrogate(codePoint));
        LittleEndian.putShort(bytes, at + 2, (short) Character.lowSurrogate(codePoint));
        return at + 4;
    }

    /** Makes two bytes of each of the bytes at the same place, last one first. */
    static void inflate(byte[] bytes, int at, int count) {
        for (int i = count - 1; i >= 0; i--) {
            LittleEndian.putShort(bytes, at + 2 * i, (short) (bytes[at + i] & 0xFF));
        }
    }

    /** Makes one byte of each two at the same place. */
    static void deflate(byte[] bytes, int at, int count) {
        for (int i = 0; i < count; i++) {
            bytes[at + i] = bytes[at + 2 * i];
        }
    }

    /** Returns whether all characters are in Latin-1. */
    static boolean isLatin1(byte[] bytes, int from, int units) {
        int bits = 0;
        for (int i = 0; i < units; i++) {
            bits |= bytes[from + 2 * i + 1];
        }
        return bits == 0;
    }
}
