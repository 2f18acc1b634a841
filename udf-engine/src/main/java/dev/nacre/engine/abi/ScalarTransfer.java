package dev.nacre.engine.abi;

/** A scalar: bits that the type leaves open are made what they are when a Java value is lowered. */
final class ScalarTransfer extends Transfer {
    private final ScalarCodec codec;

    ScalarTransfer(ScalarCodec codec) {
        this.codec = codec;
    }

    @Override
    void copy(Passage passage, int from, int to) {
        long bits = codec.normalise(codec.readBits(passage.source().bytes(), from));
        codec.writeBits(passage.target().bytes(), to, bits);
    }

    @Override
    void pass(Passage passage, FlatValues from, FlatValues to) {
        to.putLong(codec.normalise(from.nextLong()));
    }

    @Override
    boolean isVerbatim() {
        return codec.isWhole();
    }
}
