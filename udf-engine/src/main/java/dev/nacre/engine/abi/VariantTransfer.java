package dev.nacre.engine.abi;

import org.jspecify.annotations.Nullable;

/** A discriminant with the payload of one case behind it. */
final class VariantTransfer extends Transfer {
    private final DiscriminatedCodec codec;
    private final VariantLayout variant;
    private final @Nullable Transfer[] payloads;
    private final int flatWidth;

    /**
     * @param codec of the source; that of the target has the same cases and places
     * @param payloads one for each case, null for a case without payload
     */
    VariantTransfer(DiscriminatedCodec codec, VariantLayout variant, @Nullable Transfer[] payloads) {
        this.codec = codec;
        this.variant = variant;
        this.payloads = payloads;
        this.flatWidth = codec.layout().flat().size();
    }

    @Override
    void copy(Passage passage, int from, int to) {
        int index = codec.requireCase(variant.discriminant(passage.source().bytes(), from));
        variant.putDiscriminant(passage.target().bytes(), to, index);
        Transfer payload = payloads[index];
        if (payload != null) {
            try {
                payload.copy(passage, from + variant.payloadOffset(), to + variant.payloadOffset());
            } catch (AbiFailure failure) {
                throw inside(failure, index);
            }
        }
    }

    @Override
    void pass(Passage passage, FlatValues from, FlatValues to) {
        int read = from.position() + flatWidth;
        int written = to.position() + flatWidth;
        int index = codec.requireCase(from.nextInt());
        to.putInt(index);
        Transfer payload = payloads[index];
        if (payload != null) {
            try {
                payload.pass(passage, from, to);
            } catch (AbiFailure failure) {
                throw inside(failure, index);
            }
        }
        from.skipTo(read);
        to.padTo(written);
    }

    private AbiFailure inside(AbiFailure failure, int index) {
        return failure.insideWhileLowering("case '" + codec.caseName(index) + "'");
    }
}
