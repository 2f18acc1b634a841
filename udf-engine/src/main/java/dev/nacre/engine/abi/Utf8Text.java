package dev.nacre.engine.abi;

/** UTF-8, any alignment, length in bytes. */
final class Utf8Text implements TextEncoding {
    @Override
    public TextForm form(int taggedUnits) {
        return TextForm.UTF8;
    }

    @Override
    public int alignment() {
        return 1;
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
            if (Character.isHighSurrogate(unit)) {
                i++;
                position = Utf8.put(Character.toCodePoint(unit, text.charAt(i)), target, position);
            } else {
                position = Utf8.put(unit, target, position);
            }
        }
    }

    @Override
    public long store(AbiContext context, TextForm form, byte[] source, int pointer, int units) {
        return switch (form) {
            case UTF8 -> Range.of(storeBytes(context, source, pointer, units), units);
            case UTF16, TAGGED_UTF16 -> storeOrGrow(context, form, source, pointer, units, 3 * units);
            case LATIN1 -> storeOrGrow(context, form, source, pointer, units, 2 * units);
        };
    }

    /** Takes a byte for each code unit until one does not fit, then all it may take ({@code store_string_to_utf8}). */
    private static long storeOrGrow(
            AbiContext context, TextForm form, byte[] source, int pointer, int units, int worst) {
        int target = context.allocate(1, units);
        int ascii = copyAscii(form, source, pointer, units, context.bytes(), target);
        if (ascii == units) {
            return Range.of(target, units);
        }
        target = context.reallocate(target, units, 1, worst);
        int from = pointer + (int) form.byteLength(ascii);
        int end = pointer + (int) form.byteLength(units);
        int length = transcode(form, source, from, end, context.bytes(), target + ascii) - target;
        if (length < worst) {
            target = context.reallocate(target, worst, 1, length);
        }
        return Range.of(target, length);
    }

    /** Copies characters up to the first that is not ASCII, and returns how many these are. */
    private static int copyAscii(TextForm form, byte[] source, int pointer, int units, byte[] target, int begin) {
        int unitBytes = (int) form.byteLength(1);
        for (int i = 0; i < units; i++) {
            int codePoint = form.codePoint(source, pointer + i * unitBytes);
            if (codePoint >= 0x80) {
                return i;
            }
            target[begin + i] = (byte) codePoint;
        }
        return units;
    }

    private static int transcode(TextForm form, byte[] source, int from, int end, byte[] target, int begin) {
        int to = begin;
        for (int at = from; at < end; ) {
            int codePoint = form.codePoint(source, at);
            to = Utf8.put(codePoint, target, to);
            at += form.width(codePoint);
        }
        return to;
    }
}
