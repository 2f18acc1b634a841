package dev.nacre.engine.abi;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** record and tuple: a Java list of the fields. */
final class RecordCodec extends Codec {
    private static final int LIST_OBJECT_BYTES = 56;

    private final String typeName;
    private final Fields fields;

    /**
     * @param typeName record or tuple
     */
    RecordCodec(String typeName, Fields fields) {
        super(fields.layout());
        this.typeName = typeName;
        this.fields = fields;
    }

    @Override
    Object load(AbiContext context, int pointer) {
        return listOf(fields.load(context, pointer));
    }

    @Override
    void store(AbiContext context, @Nullable Object value, int pointer) {
        fields.store(context, valuesOf(value), pointer);
    }

    @Override
    Object liftFlat(AbiContext context, FlatValues values) {
        return listOf(fields.liftFlat(context, values));
    }

    @Override
    void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        fields.lowerFlat(context, valuesOf(value), values);
    }

    private static List<@Nullable Object> listOf(@Nullable Object[] values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private @Nullable Object[] valuesOf(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw mismatch(value, "java.util.List of " + fields.count() + " fields");
        }
        @Nullable Object[] values = list.toArray();
        if (values.length != fields.count()) {
            throw AbiFailure.wrongCount(typeName, fields.count(), values.length);
        }
        return values;
    }

    @Override
    Transfer transferTo(Codec target, Transfers transfers) {
        return fields.transferTo(((RecordCodec) target).fields, transfers);
    }

    @Override
    int weight() {
        return LIST_OBJECT_BYTES + fields.weight();
    }

    @Override
    String typeName() {
        return typeName;
    }
}
