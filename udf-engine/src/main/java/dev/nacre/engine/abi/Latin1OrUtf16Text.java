package dev.nacre.engine.abi;

/** Latin-1 where the text allows it, else UTF-16 with the highest bit of the length set; both aligned to 2. */
final class Latin1OrUtf16Text implements TextEncoding {
    private static final int UTF16_TAG = 1 << 31;
    private static final int ALIGNMENT = 2;

    private final Utf16Text utf16 = new Utf16Text();

    @Override
    public TextForm form(int taggedUnits) {
        return (taggedUnits & UTF16_TAG) == 0 ? TextForm.LATIN1 : TextForm.TAGGED_UTF16;
    }

    @Override
    public int units(int taggedUnits) {
        return taggedUnits & ~UTF16_TAG;
    }

    @Override
    public int alignment() {
        return ALIGNMENT;
    }

    @Override
    public long store(AbiContext context, String text) {
        if (Unicode.allBelow(text, 0x100)) {
            int pointer = context.allocate(ALIGNMENT, Unicode.checkedByteLength(text.length()));
            Unicode.copyLowBytes(text, context.bytes(), pointer);
            return Range.of(pointer, text.length());
        }
        long range = utf16.store(context, text);
        return tagged(Range.pointer(range), Range.length(range));
    }

    private static long tagged(int pointer, int units) {
        return Range.of(pointer, units | UTF16_TAG);
    }

    @Override
    public long store(AbiContext context, TextForm form, byte[] source, int pointer, int units) {
        return switch (form) {
            case LATIN1 -> Range.of(storeBytes(context, source, pointer, units), units);
            case TAGGED_UTF16 -> storeProbablyUtf16(context, source, pointer, units);
            case UTF8, UTF16 -> storeProbablyLatin1(context, form, source, pointer, units);
        };
    }

    /** Deflates in place what turns out to be Latin-1 ({@code store_probably_utf16_to_latin1_or_utf16}). */
    private long storeProbablyUtf16(AbiContext context, byte[] source, int pointer, int units) {
        int target = storeBytes(context, source, pointer, 2 * units);
        if (!Utf16.isLatin1(source, pointer, units)) {
            return tagged(target, units);
        }
        Utf16.deflate(context.bytes(), target, units);
        return Range.of(context.reallocate(target, 2 * units, 1, units), units);
    }

    /** Takes a byte for each code unit until one does not fit ({@code store_string_to_latin1_or_utf16}). */
    private static long storeProbablyLatin1(AbiContext context, TextForm form, byte[] source, int pointer, int units) {
        int target = context.allocate(ALIGNMENT, units);
        byte[] bytes = context.bytes();
        int end = pointer + (int) form.byteLength(units);
        int written = 0;
        for (int at = pointer; at < end; written++) {
            int codePoint = form.codePoint(source, at);
            if (codePoint > 0xFF) {
                return storeRest(context, form, source, at, end, units, Range.of(target, written));
            }
            bytes[target + written] = (byte) codePoint;
            at += form.width(codePoint);
        }
        return Range.of(written < units ? context.reallocate(target, units, ALIGNMENT, written) : target, written);
    }

    /**
     * Turns to UTF-16.
     *
     * @param done the Latin-1 bytes written so far
     */
    private static long storeRest(
            AbiContext context, TextForm form, byte[] source, int from, int end, int units, long done) {
        int worst = 2 * units;
        int target = context.reallocate(Range.pointer(done), units, ALIGNMENT, worst);
        byte[] bytes = context.bytes();
        Utf16.inflate(bytes, target, Range.length(done));
        int begin = target + 2 * Range.length(done);
        int length = Utf16Text.transcode(form, source, from, end, bytes, begin) - target;
        if (length < worst) {
            target = context.reallocate(target, worst, ALIGNMENT, length);
        }
        return tagged(target, length / 2);
    }
}
