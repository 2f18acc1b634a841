package dev.nacre.engine.abi;

/** own: the handle moves from one table to the other. */
final class OwnTransfer extends HandleTransfer {
    OwnTransfer(ResourceCodec codec) {
        super(codec);
    }

    @Override
    int carry(Passage passage, RuntimeResource resource, int index) {
        Handle handle = passage.source().state().handles().removeOwn(index, resource);
        return passage.target().state().handles().add(handle);
    }
}
