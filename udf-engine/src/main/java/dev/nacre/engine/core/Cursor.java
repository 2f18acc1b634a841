package dev.nacre.engine.core;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the values of the core binary format, strictly. Mutable, used by one pass.
 *
 * <p>See the <a href="https://webassembly.github.io/spec/core/binary/values.html">core specification, "Values"</a>: an
 * integer of N bits takes at most ceil(N / 7) bytes, and the bits of the last byte that do not count are zero, or copies of
 * the sign.
 */
final class Cursor {
    private final byte[] bytes;
    private final Place place;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private int position;
    private int limit;

    Cursor(byte[] bytes, int start, int limit, Place place) {
        this.bytes = bytes;
        this.position = start;
        this.limit = limit;
        this.place = place;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    int remaining() {
        return limit - position;
    }

    boolean atEnd() {
        return position == limit;
    }

    Place place() {
        return place;
    }

    /** Narrows the readable part to the next {@code length} bytes, and returns the old end for {@link #leave}. */
    int enter(long length, String what) {
        if (length > remaining()) {
            throw place.malformed(
                    position, what + " of " + length + " bytes is longer than the " + remaining() + " bytes left");
        }
        int outer = limit;
        limit = position + (int) length;
        return outer;
    }

    /** Widens the readable part again; what was entered must have been read to its end. */
    void leave(int outer, String what) {
        if (position != limit) {
            throw place.malformed(position, what + " has " + remaining() + " bytes too many");
        }
        limit = outer;
    }

    void skip(long length, String what) {
        int outer = enter(length, what);
        position = limit;
        limit = outer;
    }

    int u8() {
        if (position == limit) {
            throw place.malformed(position, "unexpected end");
        }
        return bytes[position++] & 0xff;
    }

    /** Reads an unsigned integer of 32 bits. */
    long u32() {
        int first = u8();
        return first < 0x80 ? first : u32Rest(first & 0x7f);
    }

    private long u32Rest(long value) {
        for (int shift = 7; shift < 28; shift += 7) {
            int next = u8();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        int last = u8();
        if (last > 0x0f) {
            throw place.malformed(position - 1, "integer is longer than 32 bits");
        }
        return value | (long) last << 28;
    }

    /** Reads an unsigned integer of 64 bits; the result's bits are unsigned. */
    long u64() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = u8();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        int last = u8();
        if (last > 1) {
            throw place.malformed(position - 1, "integer is longer than 64 bits");
        }
        return value | (long) last << 63;
    }

    /** Reads a signed integer of at most 64 bits. */
    long signed(int bits) {
        long value = 0;
        int shift = 0;
        while (true) {
            int next = u8();
            value |= (next & 0x7fL) << shift;
            shift += 7;
            if (shift >= bits) {
                return lastOfSigned(value, next, bits - shift + 7, bits);
            }
            if (next < 0x80) {
                return (value << (64 - shift)) >> (64 - shift);
            }
        }
    }

    private long lastOfSigned(long value, int last, int usedBits, int bits) {
        int unused = last << 25 >> 25 >> (usedBits - 1);
        if (last >= 0x80 || (unused != 0 && unused != -1)) {
            throw place.malformed(position - 1, "integer is longer than " + bits + " bits");
        }
        return (value << (64 - bits)) >> (64 - bits);
    }

    /** Reads the bits of a float, little-endian. */
    int fixed32() {
        int from = position;
        skip(Integer.BYTES, "constant");
        return ByteBuffer.wrap(bytes, from, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /** Reads the bits of a double, little-endian. */
    long fixed64() {
        int from = position;
        skip(Long.BYTES, "constant");
        return ByteBuffer.wrap(bytes, from, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
    }

    /**
     * Reads the length of a vector.
     *
     * @param itemBytes the least that an item takes; a vector that cannot fit is refused before it is read
     */
    int vector(int itemBytes, String what) {
        long count = u32();
        if (count * itemBytes > remaining()) {
            throw place.malformed(position, count + " " + what + " cannot fit into the " + remaining() + " bytes left");
        }
        return (int) count;
    }

    /** Reads the bytes of a name that is {@code length} bytes long. */
    String text(int length) {
        int from = position;
        String text = isAscii(length) ? new String(bytes, from, length, StandardCharsets.US_ASCII) : decoded(length);
        position += length;
        return text;
    }

    /** Most names are, and there may be a million of them. */
    private boolean isAscii(int length) {
        for (int i = position; i < position + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private String decoded(int length) {
        try {
            return utf8.decode(ByteBuffer.wrap(bytes, position, length)).toString();
        } catch (CharacterCodingException e) {
            throw place.malformed(position, "name is not UTF-8");
        }
    }
}
