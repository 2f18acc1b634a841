package dev.nacre.engine.abi;

import dev.nacre.engine.core.CoreValueType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** flags: one bit for each name, in the smallest of 8, 16 or 32 bits. */
final class FlagsCodec extends Codec {
    private static final int ENTRY_BYTES = 48;

    private final CaseNames names;

    FlagsCodec(List<String> names) {
        super(Layout.scalar(sizeFor(names.size()), CoreValueType.I32));
        this.names = new CaseNames(names);
    }

    private static int sizeFor(int count) {
        if (count <= 8) {
            return 1;
        }
        return count <= 16 ? 2 : 4;
    }

    @Override
    Object load(AbiContext context, int pointer) {
        return unpack(bits(context.bytes(), pointer));
    }

    @Override
    void store(AbiContext context, @Nullable Object value, int pointer) {
        putBits(context.bytes(), pointer, pack(value));
    }

    /** Writes bits to memory. */
    void putBits(byte[] bytes, int pointer, int bits) {
        if (layout().size() == 1) {
            bytes[pointer] = (byte) bits;
        } else if (layout().size() == 2) {
            LittleEndian.putShort(bytes, pointer, (short) bits);
        } else {
            LittleEndian.putInt(bytes, pointer, bits);
        }
    }

    @Override
    Object liftFlat(AbiContext context, FlatValues values) {
        return unpack(values.nextInt());
    }

    @Override
    void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        values.putInt(pack(value));
    }

    /** Reads bits from memory; those above the width are of no meaning. */
    int bits(byte[] bytes, int pointer) {
        if (layout().size() == 1) {
            return bytes[pointer];
        }
        return layout().size() == 2 ? LittleEndian.getShort(bytes, pointer) : LittleEndian.getInt(bytes, pointer);
    }

    /** Returns the bits that have names. */
    int mask() {
        return -1 >>> (Integer.SIZE - names.size());
    }

    private Set<String> unpack(int bits) {
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if ((bits >>> i & 1) != 0) {
                set.add(names.name(i));
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private int pack(@Nullable Object value) {
        if (!(value instanceof Set<?> set)) {
            throw mismatch(value, "java.util.Set");
        }
        int bits = 0;
        for (Object name : set) {
            bits |= 1 << names.indexOf(name, typeName());
        }
        return bits;
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new FlagsTransfer(this);
    }

    @Override
    int weight() {
        return (names.size() + 1) * ENTRY_BYTES;
    }

    @Override
    String typeName() {
        return "flags";
    }
}
