package dev.nacre.engine.abi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A discriminant with the payload of one case behind it: variant, enum, option, result. */
abstract class DiscriminatedCodec extends Codec {
    private static final int CASE_OBJECT_BYTES = 24;

    private final String typeName;
    private final @Nullable Codec[] payloads;
    private final VariantLayout variant;
    private final int flatWidth;
    private final int weight;

    /**
     * @param typeName for messages
     * @param payloads one for each case, empty for a case without payload
     */
    DiscriminatedCodec(String typeName, List<Optional<Codec>> payloads) {
        this(typeName, payloads, layoutOf(payloads));
    }

    private DiscriminatedCodec(String typeName, List<Optional<Codec>> payloads, VariantLayout variant) {
        super(variant.layout());
        this.typeName = typeName;
        this.payloads = payloads.stream().map(payload -> payload.orElse(null)).toArray(Codec[]::new);
        this.variant = variant;
        this.flatWidth = variant.layout().flat().size();
        this.weight = CASE_OBJECT_BYTES
                + payloads.stream()
                        .flatMap(Optional::stream)
                        .mapToInt(Codec::weight)
                        .max()
                        .orElse(0);
    }

    private static VariantLayout layoutOf(List<Optional<Codec>> payloads) {
        return VariantLayout.of(
                payloads.stream().map(payload -> payload.map(Codec::layout)).toList());
    }

    /** Returns the Java form of a case; the payload is null when the case has none. */
    abstract Object make(int index, @Nullable Object payload);

    /** Returns the case of a Java form, or fails. */
    abstract int caseOf(@Nullable Object value);

    /** Returns the payload of a Java form that has a case, null when there is none. */
    abstract @Nullable Object payloadOf(Object value);

    /** Returns the name of a case, for messages. */
    abstract String caseName(int index);

    @Override
    final Object load(AbiContext context, int pointer) {
        int index = requireCase(variant.discriminant(context.bytes(), pointer));
        Codec payload = payloads[index];
        return make(index, payload == null ? null : payload.load(context, pointer + variant.payloadOffset()));
    }

    @Override
    final void store(AbiContext context, @Nullable Object value, int pointer) {
        int index = caseOf(value);
        variant.putDiscriminant(context.bytes(), pointer, index);
        Codec codec = payloads[index];
        Object payload = requirePayload(codec, index, value);
        if (codec != null) {
            try {
                codec.store(context, payload, pointer + variant.payloadOffset());
            } catch (AbiFailure failure) {
                throw failure.inside("case '" + caseName(index) + "'");
            }
        }
    }

    @Override
    final Object liftFlat(AbiContext context, FlatValues values) {
        int end = values.position() + flatWidth;
        int index = requireCase(values.nextInt());
        Codec codec = payloads[index];
        Object payload = codec == null ? null : codec.liftFlat(context, values);
        values.skipTo(end);
        return make(index, payload);
    }

    @Override
    final void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values) {
        int end = values.position() + flatWidth;
        int index = caseOf(value);
        values.putInt(index);
        Codec codec = payloads[index];
        Object payload = requirePayload(codec, index, value);
        if (codec != null) {
            try {
                codec.lowerFlat(context, payload, values);
            } catch (AbiFailure failure) {
                throw failure.inside("case '" + caseName(index) + "'");
            }
        }
        values.padTo(end);
    }

    private @Nullable Object requirePayload(@Nullable Codec codec, int index, @Nullable Object value) {
        Object payload = value == null ? null : payloadOf(value);
        if (codec == null && payload != null) {
            throw mismatch(payload, "no payload in case '" + caseName(index) + "'");
        }
        return payload;
    }

    /** Returns a discriminant that a guest gave, or fails when there is no such case. */
    final int requireCase(int discriminant) {
        if (Integer.compareUnsigned(discriminant, payloads.length) >= 0) {
            throw AbiFailure.violation("discriminant " + Integer.toUnsignedString(discriminant) + " of " + typeName
                    + " is invalid, expected less than " + payloads.length);
        }
        return discriminant;
    }

    @Override
    final Transfer transferTo(Codec target, Transfers transfers) {
        @Nullable Transfer[] carried = new Transfer[payloads.length];
        for (int i = 0; i < carried.length; i++) {
            Codec from = payloads[i];
            Codec to = ((DiscriminatedCodec) target).payloads[i];
            carried[i] = from == null || to == null ? null : transfers.between(from, to);
        }
        return new VariantTransfer(this, variant, carried);
    }

    @Override
    final int weight() {
        return weight;
    }

    @Override
    final String typeName() {
        return typeName;
    }
}
