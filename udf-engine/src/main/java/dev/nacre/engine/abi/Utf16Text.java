package dev.nacre.engine.abi;

/** UTF-16, least significant byte first, aligned to 2, length in code units. */
final class Utf16Text implements TextEncoding {
    private static final int ALIGNMENT = 2;

    @Override
    public TextForm form(int taggedUnits) {
        return TextForm.UTF16;
    }

    @Override
    public int alignment() {
        return ALIGNMENT;
    }

    @Override
    public long store(AbiContext context, String text) {
        Unicode.requirePairs(text);
        int pointer = context.allocate(ALIGNMENT, Unicode.checkedByteLength(2L * text.length()));
        byte[] bytes = context.bytes();
        for (int i = 0; i < text.length(); i++) {
            LittleEndian.putShort(bytes, pointer + 2 * i, (short) text.charAt(i));
        }
        return Range.of(pointer, text.length());
    }

    @Override
    public long store(AbiContext context, TextForm form, byte[] source, int pointer, int units) {
        return switch (form) {
            case UTF16, TAGGED_UTF16 -> Range.of(storeBytes(context, source, pointer, 2 * units), units);
            case LATIN1 -> Range.of(storeLatin1(context, source, pointer, units), units);
            case UTF8 -> storeUtf8(context, source, pointer, units);
        };
    }

    private static int storeLatin1(AbiContext context, byte[] source, int pointer, int units) {
        int target = context.allocate(ALIGNMENT, 2 * units);
        byte[] bytes = context.bytes();
        for (int i = 0; i < units; i++) {
            LittleEndian.putShort(bytes, target + 2 * i, (short) (source[pointer + i] & 0xFF));
        }
        return target;
    }

    /** Asks for what the text takes at worst, and gives back what is left (CanonicalABI.md, {@code store_utf8_to_utf16}). */
    private static long storeUtf8(AbiContext context, byte[] source, int pointer, int units) {
        int worst = 2 * units;
        int target = context.allocate(ALIGNMENT, worst);
        int length = transcode(TextForm.UTF8, source, pointer, pointer + units, context.bytes(), target) - target;
        if (length < worst) {
            target = context.reallocate(target, worst, ALIGNMENT, length);
        }
        return Range.of(target, length / 2);
    }

    /** Writes text as UTF-16 and returns where it ends. */
    static int transcode(TextForm form, byte[] source, int from, int end, byte[] target, int begin) {
        int to = begin;
        for (int at = from; at < end; ) {
            int codePoint = form.codePoint(source, at);
            to = Utf16.put(codePoint, target, to);
            at += form.width(codePoint);
        }
        return to;
    }
}
