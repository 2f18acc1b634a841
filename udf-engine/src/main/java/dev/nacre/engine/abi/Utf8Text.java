package dev.nacre.engine.abi;

import java.nio.charset.StandardCharsets;

/** UTF-8, any alignment, length in bytes. */
final class Utf8Text implements TextEncoding {
    @Override
    public String load(AbiContext context, int pointer, int units) {
        context.requireStringRange(pointer, Integer.toUnsignedLong(units), 1);
        return Unicode.decode(context.bytes(), pointer, units, StandardCharsets.UTF_8);
    }

    @Override
    public long store(AbiContext context, String text) {
        return Unicode.allBelow(text, 0x80) ? storeAscii(context, text) : storeWide(context, text);
    }

    private static long storeAscii(AbiContext context, String text) {
        int length = Unicode.checkedByteLength(text.length());
        int pointer = context.allocate(1, length);
        Unicode.copyLowBytes(text, context.bytes(), pointer);
        return Range.of(pointer, length);
    }

    private static long storeWide(AbiContext context, String text) {
        int length = Unicode.checkedByteLength(Unicode.utf8Length(text));
        int pointer = context.allocate(1, length);
        encode(text, context.bytes(), pointer);
        return Range.of(pointer, length);
    }

    private static void encode(String text, byte[] target, int offset) {
        int position = offset;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                target[position++] = (byte) unit;
            } else if (Character.isHighSurrogate(unit)) {
                i++;
                position = encodeFour(Character.toCodePoint(unit, text.charAt(i)), target, position);
            } else {
                position = encodeTwoOrThree(unit, target, position);
            }
        }
    }

    private static int encodeTwoOrThree(char unit, byte[] target, int offset) {
        int position = offset;
        if (unit < 0x800) {
            target[position++] = (byte) (0xC0 | unit >> 6);
        } else {
            target[position++] = (byte) (0xE0 | unit >> 12);
            target[position++] = continuation(unit >> 6);
        }
        target[position++] = continuation(unit);
        return position;
    }

    private static int encodeFour(int codePoint, byte[] target, int offset) {
        target[offset] = (byte) (0xF0 | codePoint >> 18);
        target[offset + 1] = continuation(codePoint >> 12);
        target[offset + 2] = continuation(codePoint >> 6);
        target[offset + 3] = continuation(codePoint);
        return offset + 4;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }
}
