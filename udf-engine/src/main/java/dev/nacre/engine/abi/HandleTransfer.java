package dev.nacre.engine.abi;

/** A handle: an index into the table of the source becomes one into the table of the target. */
abstract class HandleTransfer extends Transfer {
    private final ResourceCodec codec;

    HandleTransfer(ResourceCodec codec) {
        this.codec = codec;
    }

    abstract int carry(Passage passage, RuntimeResource resource, int index);

    @Override
    final void copy(Passage passage, int from, int to) {
        int index = LittleEndian.getInt(passage.source().bytes(), from);
        int carried = carry(passage, codec.resource(passage.source()), index);
        LittleEndian.putInt(passage.target().bytes(), to, carried);
    }

    @Override
    final void pass(Passage passage, FlatValues from, FlatValues to) {
        to.putInt(carry(passage, codec.resource(passage.source()), from.nextInt()));
    }
}
