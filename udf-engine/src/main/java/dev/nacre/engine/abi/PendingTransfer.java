package dev.nacre.engine.abi;

/** stream and future: no value crosses yet. */
final class PendingTransfer extends Transfer {
    private final PendingCodec codec;

    PendingTransfer(PendingCodec codec) {
        this.codec = codec;
    }

    @Override
    void copy(Passage passage, int from, int to) {
        throw codec.unsupported();
    }

    @Override
    void pass(Passage passage, FlatValues from, FlatValues to) {
        throw codec.unsupported();
    }
}
