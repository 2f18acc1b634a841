package dev.nacre.engine.abi;

import java.nio.charset.StandardCharsets;

/** Latin-1 where the text allows it, else UTF-16 with the highest bit of the length set; both aligned to 2. */
final class Latin1OrUtf16Text implements TextEncoding {
    private static final int UTF16_TAG = 1 << 31;

    private final Utf16Text utf16 = new Utf16Text();

    @Override
    public String load(AbiContext context, int pointer, int units) {
        if ((units & UTF16_TAG) != 0) {
            return utf16.load(context, pointer, units ^ UTF16_TAG);
        }
        context.requireStringRange(pointer, units, 2);
        return new String(context.bytes(), pointer, units, StandardCharsets.ISO_8859_1);
    }

    @Override
    public long store(AbiContext context, String text) {
        if (Unicode.allBelow(text, 0x100)) {
            int pointer = context.allocate(2, Unicode.checkedByteLength(text.length()));
            Unicode.copyLowBytes(text, context.bytes(), pointer);
            return Range.of(pointer, text.length());
        }
        long range = utf16.store(context, text);
        return Range.of(Range.pointer(range), Range.length(range) | UTF16_TAG);
    }
}
