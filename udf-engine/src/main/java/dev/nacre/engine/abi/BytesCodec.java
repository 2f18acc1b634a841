package dev.nacre.engine.abi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** list&lt;u8&gt;: a byte array, copied in one go. */
final class BytesCodec extends SequenceCodec {
    private static final Layout BYTE = new U8Codec().layout();

    @Override
    Object loadElements(AbiContext context, int pointer, int length) {
        context.requireListRange(pointer, Integer.toUnsignedLong(length), BYTE);
        context.chargeLifted(length);
        return Arrays.copyOfRange(context.bytes(), pointer, pointer + length);
    }

    @Override
    long storeElements(AbiContext context, @Nullable Object value) {
        if (!(value instanceof byte[] bytes)) {
            throw mismatch(value, "byte[]");
        }
        int pointer = allocate(context, bytes.length, BYTE);
        System.arraycopy(bytes, 0, context.bytes(), pointer, bytes.length);
        return Range.of(pointer, bytes.length);
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return new BulkTransfer(BYTE, BYTE.size());
    }

    @Override
    String typeName() {
        return "list<u8>";
    }
}
