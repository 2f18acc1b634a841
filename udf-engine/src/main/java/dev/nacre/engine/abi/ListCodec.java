package dev.nacre.engine.abi;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list whose elements are lifted and lowered one by one. */
final class ListCodec extends SequenceCodec {
    private static final int REFERENCE_BYTES = 4;

    private final Codec element;

    ListCodec(Codec element) {
        this.element = element;
    }

    @Override
    Object loadElements(AbiContext context, int pointer, int length) {
        context.requireListRange(pointer, Integer.toUnsignedLong(length), element.layout());
        context.chargeLifted(length * (long) (element.weight() + REFERENCE_BYTES));
        Object[] values = new Object[length];
        int size = element.layout().size();
        for (int i = 0; i < length; i++) {
            values[i] = element.load(context, pointer + i * size);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    long storeElements(AbiContext context, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw mismatch(value, "java.util.List");
        }
        Object[] values = list.toArray();
        int pointer = allocate(context, values.length, element.layout());
        int index = 0;
        try {
            for (; index < values.length; index++) {
                element.store(
                        context,
                        values[index],
                        pointer + index * element.layout().size());
            }
        } catch (AbiFailure failure) {
            throw failure.inside("element " + index);
        }
        return Range.of(pointer, values.length);
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        Transfer carried = transfers.between(element, ((ListCodec) target).element);
        long weight = (long) element.weight() + REFERENCE_BYTES;
        return carried.isVerbatim()
                ? new BulkTransfer(element.layout(), weight)
                : new ListTransfer(carried, element.layout(), weight);
    }

    @Override
    String typeName() {
        return "list<" + element.typeName() + ">";
    }
}
