package dev.nacre.engine.abi;

import dev.nacre.engine.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Strict decoding, and what is known of a Java string before it is encoded. */
final class Unicode {
    private static final char REPLACEMENT = '\uFFFD';

    private Unicode() {}

    /**
     * Decodes bytes and refuses malformed ones.
     *
     * <p>The JDK's fast decoder replaces what is malformed, so only a text with a replacement character needs a second look.
     */
    static String decode(byte[] bytes, int offset, int length, Charset charset) {
        String text = new String(bytes, offset, length, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireWellFormed(bytes, offset, length, charset);
        }
        return text;
    }

    private static void requireWellFormed(byte[] bytes, int offset, int length, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length));
        } catch (CharacterCodingException malformed) {
            throw malformed(offset, length, charset);
        }
    }

    static AbiFailure malformed(int pointer, int byteLength, Charset charset) {
        return AbiFailure.violation("string of " + byteLength + " bytes at pointer " + Integer.toUnsignedString(pointer)
                + " is not valid " + charset.name());
    }

    /** Returns whether every character is below a bound. */
    static boolean allBelow(String text, int bound) {
        int length = text.length();
        int bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= text.charAt(i);
        }
        return bits < bound;
    }

    /** Returns the bytes that the text takes in UTF-8. */
    static long utf8Length(String text) {
        int length = text.length();
        long bytes = length;
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                requirePair(text, i);
                bytes += 2;
                i++;
            } else if (unit >= 0x80) {
                bytes += unit >= 0x800 ? 2 : 1;
            }
        }
        return bytes;
    }

    /** Fails when a surrogate stands without its other half. */
    static void requirePairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                requirePair(text, i);
                i++;
            }
        }
    }

    private static void requirePair(String text, int index) {
        boolean pair = Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
        if (!pair) {
            throw new AbiFailure(
                    ErrorCode.NOT_UNICODE,
                    "string has an unpaired surrogate at index " + index + "; replace it, for example by U+FFFD");
        }
    }

    /** Returns a byte length as an {@code int}, or fails when no string may be so long. */
    static int checkedByteLength(long byteLength) {
        if (byteLength > TextEncoding.MAX_BYTE_LENGTH) {
            throw new AbiFailure(
                    ErrorCode.LIMIT,
                    "string of " + byteLength + " bytes, expected at most " + TextEncoding.MAX_BYTE_LENGTH);
        }
        return (int) byteLength;
    }

    /** Copies the low bytes of all characters. */
    @SuppressWarnings("deprecation") // the one way to copy Latin-1 without an array between
    static void copyLowBytes(String text, byte[] target, int offset) {
        text.getBytes(0, text.length(), target, offset);
    }
}
