package dev.nacre.engine.abi;

/** A list whose elements are copied all at once. */
final class BulkTransfer extends RangeTransfer {
    private final Layout element;
    private final long weight;

    /**
     * @param weight how many bytes of the bound on lifted bytes an element takes
     */
    BulkTransfer(Layout element, long weight) {
        this.element = element;
        this.weight = weight;
    }

    @Override
    long carry(Passage passage, int pointer, int length) {
        AbiContext source = passage.source();
        source.requireListRange(pointer, Integer.toUnsignedLong(length), element);
        source.chargeLifted(length * weight);
        int byteLength = length * element.size();
        int target = passage.target().allocate(element.alignment(), byteLength);
        System.arraycopy(source.bytes(), pointer, passage.target().bytes(), target, byteLength);
        return Range.of(target, length);
    }
}
