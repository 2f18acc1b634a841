package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Strings in guest memory, checked as the canonical ABI wants it even when nobody reads them. See the Canonical ABI,
 * "Loading", {@code load_string_from_range}.
 */
final class FlatText {
    private static final long MOST_BYTES = (1 << 28) - 1;
    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private FlatText() {}

    /**
     * Checks that a pointer and a length describe UTF-8 in the guest's memory.
     *
     * @param memoryBytes how much of {@code memory} is the guest's
     * @return the pointer
     * @throws EngineException with {@link ErrorCode#ABI_VIOLATION}
     */
    static int check(byte[] memory, int memoryBytes, long pointer, long length) {
        long from = pointer & UNSIGNED;
        long count = length & UNSIGNED;
        if (count > MOST_BYTES || from + count > memoryBytes) {
            throw violation("string of " + count + " bytes at pointer " + from + " is out of bounds of memory of "
                    + memoryBytes + " bytes");
        }
        if (!isAscii(memory, (int) from, (int) (from + count))) {
            requireUtf8(memory, (int) from, (int) count);
        }
        return (int) from;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            if (((long) WORDS.get(bytes, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    private static void requireUtf8(byte[] bytes, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
        } catch (CharacterCodingException malformed) {
            throw violation("string of " + length + " bytes at pointer " + from + " is not valid UTF-8");
        }
    }

    /** Returns a checked string, cut to a line's length and cleaned. */
    static String line(byte[] memory, int from, int length) {
        if (length <= LogText.LINE_BYTES) {
            return LogText.clean(new String(memory, from, length, StandardCharsets.UTF_8));
        }
        int end = from + LogText.LINE_BYTES;
        while ((memory[end] & 0xC0) == 0x80) {
            end--;
        }
        return LogText.clean(new String(memory, from, end - from, StandardCharsets.UTF_8)) + "...";
    }

    private static EngineException violation(String what) {
        return new EngineException(
                ErrorCode.ABI_VIOLATION, "imported function 'log': " + what + "; the guest passed a bad string");
    }
}
