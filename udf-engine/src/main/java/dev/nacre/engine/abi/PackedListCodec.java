package dev.nacre.engine.abi;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of numbers or bools, lifted by one copy. Lowers any list of the element's Java form, and primitive arrays of
 * the same bits by one copy. A NaN in a list keeps its bits on the way, which the specification allows and one copy needs.
 */
final class PackedListCodec extends SequenceCodec {
    private final ScalarCodec element;

    PackedListCodec(ScalarCodec element) {
        this.element = element;
    }

    @Override
    Object loadElements(AbiContext context, int pointer, int length) {
        context.requireListRange(pointer, Integer.toUnsignedLong(length), element.layout());
        int byteLength = length * element.layout().size();
        context.chargeLifted(byteLength);
        return new PackedList(element, Arrays.copyOfRange(context.bytes(), pointer, pointer + byteLength));
    }

    @Override
    long storeElements(AbiContext context, @Nullable Object value) {
        if (value instanceof PackedList packed && packed.isOf(element) && element.isVerbatim()) {
            int pointer = allocate(context, packed.size(), element.layout());
            packed.copyTo(context.bytes(), pointer);
            return Range.of(pointer, packed.size());
        }
        if (value instanceof List<?> list) {
            return storeList(context, list.toArray());
        }
        return storeArray(context, value);
    }

    private long storeList(AbiContext context, Object[] values) {
        int pointer = allocate(context, values.length, element.layout());
        byte[] bytes = context.bytes();
        int index = 0;
        try {
            for (; index < values.length; index++) {
                element.writeBits(bytes, pointer + index * element.layout().size(), element.unbox(values[index]));
            }
        } catch (AbiFailure failure) {
            throw failure.inside("element " + index);
        }
        return Range.of(pointer, values.length);
    }

    private long storeArray(AbiContext context, @Nullable Object value) {
        int length = PrimitiveArrays.length(value, element);
        if (length < 0) {
            throw mismatch(value, "java.util.List");
        }
        int pointer = allocate(context, length, element.layout());
        PrimitiveArrays.copy(value, context.bytes(), pointer);
        return Range.of(pointer, length);
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return element.isVerbatim()
                ? new BulkTransfer(element.layout(), element.layout().size())
                : new BoolListTransfer();
    }

    @Override
    String typeName() {
        return "list<" + element.typeName() + ">";
    }
}
