package dev.nacre.engine.abi;

import java.nio.charset.StandardCharsets;

/** UTF-16, least significant byte first, aligned to 2, length in code units. */
final class Utf16Text implements TextEncoding {
    @Override
    public String load(AbiContext context, int pointer, int units) {
        long length = 2 * Integer.toUnsignedLong(units);
        context.requireStringRange(pointer, length, 2);
        return Unicode.decode(context.bytes(), pointer, (int) length, StandardCharsets.UTF_16LE);
    }

    @Override
    public long store(AbiContext context, String text) {
        Unicode.requirePairs(text);
        int pointer = context.allocate(2, Unicode.checkedByteLength(2L * text.length()));
        byte[] bytes = context.bytes();
        for (int i = 0; i < text.length(); i++) {
            LittleEndian.putShort(bytes, pointer + 2 * i, (short) text.charAt(i));
        }
        return Range.of(pointer, text.length());
    }
}
