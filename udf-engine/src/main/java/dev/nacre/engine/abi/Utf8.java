package dev.nacre.engine.abi;

/** UTF-8 in a byte array, read and written without Java strings. */
final class Utf8 implements CodeUnits {
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    @Override
    public boolean isWellFormed(byte[] bytes, int from, int end) {
        int at = skipAscii(bytes, from, end);
        while (at < end) {
            int width = wellFormedWidth(bytes, at, end);
            if (width == 0) {
                return false;
            }
            at = skipAscii(bytes, at + width, end);
        }
        return true;
    }

    /** Returns where the next character is that is not ASCII: looks at four words at once, then at one, then at bytes. */
    private static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (end - at >= 4 * Long.BYTES && areAscii(bytes, at)) {
            at += 4 * Long.BYTES;
        }
        while (end - at >= Long.BYTES && (LittleEndian.getLong(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static boolean areAscii(byte[] bytes, int at) {
        long words = LittleEndian.getLong(bytes, at)
                | LittleEndian.getLong(bytes, at + Long.BYTES)
                | LittleEndian.getLong(bytes, at + 2 * Long.BYTES)
                | LittleEndian.getLong(bytes, at + 3 * Long.BYTES);
        return (words & HIGH_BITS) == 0;
    }

    /** Returns the bytes of a character that is not ASCII, 0 when they are malformed. */
    private static int wellFormedWidth(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || end - at < width) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        if (second < leastSecond(lead) || second > mostSecond(lead)) {
            return 0;
        }
        for (int i = 2; i < width; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return width;
    }

    /** Keeps out what fits fewer bytes. */
    private static int leastSecond(int lead) {
        return switch (lead) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
    }

    /** Keeps out surrogates, and what is beyond 0x10FFFF. */
    private static int mostSecond(int lead) {
        return switch (lead) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
    }

    @Override
    public int codePoint(byte[] bytes, int at) {
        int lead = bytes[at];
        if (lead >= 0) {
            return lead;
        }
        if (lead < (byte) 0xE0) {
            return (lead & 0x1F) << 6 | bits(bytes, at + 1);
        }
        if (lead < (byte) 0xF0) {
            return (lead & 0x0F) << 12 | bits(bytes, at + 1) << 6 | bits(bytes, at + 2);
        }
        return (lead & 0x07) << 18 | bits(bytes, at + 1) << 12 | bits(bytes, at + 2) << 6 | bits(bytes, at + 3);
    }

    private static int bits(byte[] bytes, int at) {
        return bytes[at] & 0x3F;
    }

    @Override
    public int width(int codePoint) {
        return bytesOf(codePoint);
    }

    private static int bytesOf(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** Writes a character and returns where the next one goes. */
    static int put(int codePoint, byte[] bytes, int at) {
        int width = bytesOf(codePoint);
        if (width == 1) {
            bytes[at] = (byte) codePoint;
        } else {
            putLong(codePoint, width, bytes, at);
        }
        return at + width;
    }

    private static void putLong(int codePoint, int width, byte[] bytes, int at) {
        int rest = codePoint;
        for (int i = width - 1; i > 0; i--) {
            bytes[at + i] = (byte) (0x80 | (rest & 0x3F));
            rest >>= 6;
        }
        bytes[at] = (byte) (0xF00 >> width | rest);
    }
}
