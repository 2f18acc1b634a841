package dev.nacre.engine.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values one behind the other: the fields of a record or tuple, or the parameters of a function. Immutable. */
final class Fields {
    private static final int REFERENCE_BYTES = 4;

    private final Layout layout;
    private final String[] labels;
    private final Codec[] codecs;
    private final int[] offsets;

    /**
     * @param labels what each is called in messages, for example {@code field 'x'}
     */
    Fields(List<String> labels, List<Codec> codecs) {
        RecordLayout record = RecordLayout.of(codecs.stream().map(Codec::layout).toList());
        this.layout = record.layout();
        this.labels = labels.toArray(String[]::new);
        this.codecs = codecs.toArray(Codec[]::new);
        this.offsets = record.offsets().stream().mapToInt(Integer::intValue).toArray();
    }

    Layout layout() {
        return layout;
    }

    int count() {
        return codecs.length;
    }

    int offset(int index) {
        return offsets[index];
    }

    String label(int index) {
        return labels[index];
    }

    /** Returns whether nothing lies between the values nor behind them. */
    boolean isDense() {
        int size = 0;
        for (Codec codec : codecs) {
            size += codec.layout().size();
        }
        return size == layout.size();
    }

    /** Returns what carries the values to fields of the same types. */
    FieldsTransfer transferTo(Fields target, Transfers transfers) {
        Transfer[] carried = new Transfer[codecs.length];
        for (int i = 0; i < codecs.length; i++) {
            carried[i] = transfers.between(codecs[i], target.codecs[i]);
        }
        return new FieldsTransfer(this, carried);
    }

    /** Returns about how many bytes of heap the lifted values take together. */
    int weight() {
        long sum = 0;
        for (Codec codec : codecs) {
            sum += REFERENCE_BYTES + codec.weight();
        }
        return (int) Math.min(sum, Layout.MAX_SIZE);
    }

    @Nullable
    Object[] load(AbiContext context, int pointer) {
        @Nullable Object[] values = new Object[codecs.length];
        int index = 0;
        try {
            for (; index < codecs.length; index++) {
                values[index] = codecs[index].load(context, pointer + offsets[index]);
            }
        } catch (AbiFailure failure) {
            throw failure.inside(labels[index]);
        }
        return values;
    }

    void store(AbiContext context, @Nullable Object[] values, int pointer) {
        int index = 0;
        try {
            for (; index < codecs.length; index++) {
                codecs[index].store(context, values[index], pointer + offsets[index]);
            }
        } catch (AbiFailure failure) {
            throw failure.inside(labels[index]);
        }
    }

    @Nullable
    Object[] liftFlat(AbiContext context, FlatValues flat) {
        @Nullable Object[] values = new Object[codecs.length];
        int index = 0;
        try {
            for (; index < codecs.length; index++) {
                values[index] = codecs[index].liftFlat(context, flat);
            }
        } catch (AbiFailure failure) {
            throw failure.inside(labels[index]);
        }
        return values;
    }

    void lowerFlat(AbiContext context, @Nullable Object[] values, FlatValues flat) {
        int index = 0;
        try {
            for (; index < codecs.length; index++) {
                codecs[index].lowerFlat(context, values[index], flat);
            }
        } catch (AbiFailure failure) {
            throw failure.inside(labels[index]);
        }
    }
}
