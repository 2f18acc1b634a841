package dev.nacre.engine.abi;

/** flags: bits without a name are cleared. */
final class FlagsTransfer extends Transfer {
    private final FlagsCodec codec;

    FlagsTransfer(FlagsCodec codec) {
        this.codec = codec;
    }

    @Override
    void copy(Passage passage, int from, int to) {
        codec.putBits(
                passage.target().bytes(),
                to,
                codec.mask() & codec.bits(passage.source().bytes(), from));
    }

    @Override
    void pass(Passage passage, FlatValues from, FlatValues to) {
        to.putInt(codec.mask() & from.nextInt());
    }
}
