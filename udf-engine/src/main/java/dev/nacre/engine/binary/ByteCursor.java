package dev.nacre.engine.binary;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the primitives of the binary format from a range of bytes. Mutable; used by one thread.
 *
 * <p>Everything that is wrong is reported with the offset in the whole component at which it was met.
 */
final class ByteCursor {
    private static final int MAXIMUM_DEPTH = 100;
    private static final int U32_BYTES = 5;

    private final byte[] bytes;
    private final Limits limits;
    private final ReadWork work;
    private final int end;
    private final int depth;
    private int position;

    ByteCursor(byte[] bytes, Limits limits) {
        this(bytes, limits, new ReadWork(() -> {}));
    }

    ByteCursor(byte[] bytes, Limits limits, ReadWork work) {
        this(bytes, limits, work, 0, bytes.length, 0);
    }

    private ByteCursor(byte[] bytes, Limits limits, ReadWork work, int position, int end, int depth) {
        this.bytes = bytes;
        this.limits = limits;
        this.work = work;
        this.position = position;
        this.end = end;
        this.depth = depth;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    boolean atEnd() {
        return position == end;
    }

    int readByte(String expected) {
        if (atEnd()) {
            throw malformed("expected " + expected + ", found the end");
        }
        return bytes[position++] & 0xff;
    }

    /** Returns the next byte without moving. */
    int peekByte(String expected) {
        int value = readByte(expected);
        position--;
        return value;
    }

    /** Reads a byte that has only one valid value. */
    void expectByte(int value, String meaning) {
        int start = position;
        int found = readByte(meaning);
        if (found != value) {
            throw malformedAt(start, String.format("expected %s (0x%02x), found 0x%02x", meaning, value, found));
        }
    }

    /** Reads an unsigned LEB128 number of 32 bits; the result's bits are unsigned. */
    int readU32(String expected) {
        int start = position;
        int value = 0;
        for (int index = 0; index < U32_BYTES; index++) {
            int next = readByte(expected);
            if (index == U32_BYTES - 1 && next > 0x0f) {
                throw malformedAt(start, "expected " + expected + " of 32 bits, found a longer number");
            }
            value |= (next & 0x7f) << (7 * index);
            if (next < 0x80) {
                return value;
            }
        }
        throw malformedAt(start, "expected " + expected + " of 32 bits, found a longer number");
    }

    /** Reads an unsigned LEB128 number of 64 bits; the result's bits are unsigned. */
    long readU64(String expected) {
        int start = position;
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte(expected);
            if (shift == 63 && next > 1) {
                break;
            }
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw malformedAt(start, "expected " + expected + " of 64 bits, found a longer number");
    }

    /** Reads a signed LEB128 number of 33 bits: a type index, or a negative type opcode. */
    long readS33(String expected) {
        int start = position;
        long value = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int next = readByte(expected);
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                boolean tooLong = shift == 28 && (next & 0x70) != 0 && (next & 0x70) != 0x70;
                if (!tooLong) {
                    return value << (57 - shift) >> (57 - shift);
                }
                break;
            }
        }
        throw malformedAt(start, "expected " + expected + " of 33 bits, found a longer number");
    }

    /** Reads a length and as many bytes of UTF-8. */
    String readName(String expected) {
        int start = position;
        int length = readLength(expected);
        limits.check(Setting.NAME_BYTES, length, () -> expected + " at byte 0x" + Integer.toHexString(start));
        ByteBuffer content = ByteBuffer.wrap(bytes, position, length);
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content)
                    .toString();
            position += length;
            return name;
        } catch (CharacterCodingException e) {
            throw malformedAt(start, "expected " + expected + " in UTF-8, found other bytes");
        }
    }

    /** Reads a count of bytes that are all there. */
    int readLength(String expected) {
        int start = position;
        int length = readU32("the length of " + expected);
        if (Integer.compareUnsigned(length, remaining()) > 0) {
            throw malformedAt(
                    start,
                    "expected " + Integer.toUnsignedString(length) + " bytes of " + expected + ", found "
                            + remaining());
        }
        return length;
    }

    /** Reads a count and as many items. An item takes at least one byte, so a count beyond the input is refused at once. */
    <T> List<T> readVector(String items, Supplier<T> reader) {
        int start = position;
        int count = readU32("the count of " + items);
        if (Integer.compareUnsigned(count, remaining()) > 0) {
            throw malformedAt(
                    start,
                    "expected " + Integer.toUnsignedString(count) + " " + items + ", found only " + remaining()
                            + " bytes");
        }
        List<T> result = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            work.step(position);
            result.add(reader.get());
        }
        return result;
    }

    /** Reads a presence byte and the item if there is one. */
    <T> Optional<T> readOptional(String item, Supplier<T> reader) {
        return readFlag("0x00 or 0x01 before " + item) ? Optional.of(reader.get()) : Optional.empty();
    }

    /** Reads a byte that is 0 or 1. */
    boolean readFlag(String expected) {
        int start = position;
        int value = readByte(expected);
        if (value > 1) {
            throw malformedAt(start, String.format("expected %s, found 0x%02x", expected, value));
        }
        return value == 1;
    }

    /** Counts a part that is no item of a vector. */
    void step() {
        work.step(position);
    }

    Limits limits() {
        return limits;
    }

    /** Returns a cursor over the next {@code length} bytes, and moves behind them. */
    ByteCursor slice(int length) {
        ByteCursor result = new ByteCursor(bytes, limits, work, position, position + length, depth);
        position += length;
        return result;
    }

    /** Returns a cursor for something nested over the next {@code length} bytes, and moves behind them. */
    ByteCursor nested(int length) {
        if (depth == MAXIMUM_DEPTH) {
            throw capExceeded(position, "definitions nest at most " + MAXIMUM_DEPTH + " deep");
        }
        ByteCursor result = new ByteCursor(bytes, limits, work, position, position + length, depth + 1);
        position += length;
        return result;
    }

    /** Moves back to where a cursor over the rest of this one has stopped. */
    void continueBefore(ByteCursor inside) {
        position = inside.position;
    }

    /** Returns the error for a byte that stands for nothing known. */
    EngineException unknown(int offset, String expected, int found) {
        return malformedAt(offset, String.format("expected %s, found 0x%02x", expected, found));
    }

    EngineException malformed(String message) {
        return malformedAt(position, message);
    }

    EngineException malformedAt(int offset, String message) {
        return new EngineException(
                ErrorCode.MALFORMED,
                "malformed component at byte 0x" + Integer.toHexString(offset) + ": " + message
                        + "; the file is damaged or was made for another format");
    }

    EngineException unsupported(int offset, String feature) {
        return new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                "component uses " + feature + " at byte 0x" + Integer.toHexString(offset)
                        + ", which this engine does not run; rebuild it without");
    }

    private static EngineException capExceeded(int offset, String message) {
        return new EngineException(
                ErrorCode.CAP_EXCEEDED,
                "component exceeds a cap at byte 0x" + Integer.toHexString(offset) + ": " + message);
    }
}
