package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layout of a discriminant with one of several payloads behind it.
 *
 * @param layout of the whole
 * @param discriminantSize 1, 2 or 4 bytes
 * @param payloadOffset where every payload begins
 */
record VariantLayout(Layout layout, int discriminantSize, int payloadOffset) {
    static VariantLayout of(List<Optional<Layout>> cases) {
        int discriminant = discriminantSize(cases.size());
        int payloadAlignment = 1;
        int payloadSize = 0;
        List<CoreValueType> flat = new ArrayList<>();
        for (Optional<Layout> item : cases) {
            if (item.isPresent()) {
                payloadAlignment = Math.max(payloadAlignment, item.get().alignment());
                payloadSize = Math.max(payloadSize, item.get().size());
                joinInto(flat, item.get().flat());
            }
        }
        flat.add(0, CoreValueType.I32);
        int alignment = Math.max(discriminant, payloadAlignment);
        int offset = (int) Layout.alignTo(discriminant, payloadAlignment);
        int size = Layout.checkedSize(Layout.alignTo((long) offset + payloadSize, alignment));
        return new VariantLayout(new Layout(size, alignment, flat), discriminant, offset);
    }

    /** Returns the bytes of the smallest integer that numbers so many cases. */
    static int discriminantSize(int cases) {
        if (cases <= 1 << 8) {
            return 1;
        }
        return cases <= 1 << 16 ? 2 : 4;
    }

    /** Reads a discriminant from memory; one of four bytes is unsigned. */
    int discriminant(byte[] bytes, int pointer) {
        if (discriminantSize == 1) {
            return bytes[pointer] & 0xFF;
        }
        return discriminantSize == 2
                ? LittleEndian.getShort(bytes, pointer) & 0xFFFF
                : LittleEndian.getInt(bytes, pointer);
    }

    /** Writes a discriminant to memory. */
    void putDiscriminant(byte[] bytes, int pointer, int index) {
        if (discriminantSize == 1) {
            bytes[pointer] = (byte) index;
        } else if (discriminantSize == 2) {
            LittleEndian.putShort(bytes, pointer, (short) index);
        } else {
            LittleEndian.putInt(bytes, pointer, index);
        }
    }

    private static void joinInto(List<CoreValueType> joined, List<CoreValueType> flat) {
        for (int i = 0; i < flat.size(); i++) {
            if (i < joined.size()) {
                joined.set(i, join(joined.get(i), flat.get(i)));
            } else {
                joined.add(flat.get(i));
            }
        }
    }

    /** Returns the core type that carries either of two (CanonicalABI.md, "Flattening", {@code join}). */
    private static CoreValueType join(CoreValueType first, CoreValueType second) {
        if (first == second) {
            return first;
        }
        boolean narrow = isNarrow(first) && isNarrow(second);
        return narrow ? CoreValueType.I32 : CoreValueType.I64;
    }

    private static boolean isNarrow(CoreValueType type) {
        return type == CoreValueType.I32 || type == CoreValueType.F32;
    }
}
