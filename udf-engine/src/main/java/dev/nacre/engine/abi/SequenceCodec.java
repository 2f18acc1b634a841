package dev.nacre.engine.abi;

import dev.nacre.engine.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A list of some kind: pointer and number of elements. */
abstract class SequenceCodec extends Codec {
    /** The longest list that may be lifted or lowered, in bytes. */
    static final int MAX_BYTE_LENGTH = (1 << 28) - 1;

    private static final int LIST_OBJECT_BYTES = 40;

    SequenceCodec() {
        super(Layout.range());
    }

    /** Reads the elements; neither pointer nor length is checked yet. */
    abstract Object loadElements(AbiContext context, int pointer, int length);

    /** Allocates and writes the elements; returns a {@link Range}. */
    abstract long storeElements(AbiContext context, @Nullable Object value);

    @Override
    final Object load(AbiContext context, int pointer) {
        byte[] bytes = context.bytes();
        int begin = LittleEndian.getInt(bytes, pointer);
        return loadElements(context, begin, LittleEndian.getInt(bytes, pointer + 4));
    }

    @Override
    final void store(AbiContext context, @Nullable Object value, int pointer) {
        Range.store(context, storeElements(context, value), pointer);
    }

    @Override
    final Object liftFlat(AbiContext context, FlatValues values) {
        int begin = values.nextInt();
        return loadElements(context, begin, values.nextInt());
    }

    @Override
    final void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        Range.lowerFlat(storeElements(context, value), values);
    }

    /** Allocates room for elements. */
    static int allocate(AbiContext context, long length, Layout element) {
        long byteLength = length * element.size();
        if (byteLength > MAX_BYTE_LENGTH) {
            throw new AbiFailure(
                    ErrorCode.LIMIT, "list of " + byteLength + " bytes, expected at most " + MAX_BYTE_LENGTH);
        }
        return context.allocate(element.alignment(), (int) byteLength);
    }

    @Override
    final int weight() {
        return LIST_OBJECT_BYTES;
    }
}
