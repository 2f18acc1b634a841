package dev.nacre.engine.abi;

/** borrow: the target gets a handle for the length of the call, or the representation if the resource is its own. */
final class BorrowTransfer extends HandleTransfer {
    BorrowTransfer(ResourceCodec codec) {
        super(codec);
    }

    @Override
    int carry(Passage passage, RuntimeResource resource, int index) {
        AbiContext source = passage.source();
        AbiContext target = passage.target();
        Handle handle = source.state().handles().get(index, resource);
        source.scope().lendFrom(handle);
        int representation = handle.representation();
        return resource.isOwnedBy(target.state())
                ? representation
                : target.state().handles().add(target.scope().borrow(resource, representation, handle.hostObject()));
    }
}
