package dev.nacre.engine.abi;

/** A list whose elements are carried one by one. */
final class ListTransfer extends RangeTransfer {
    private final Transfer element;
    private final Layout layout;
    private final long weight;

    /**
     * @param weight how many bytes of the bound on lifted bytes an element takes
     */
    ListTransfer(Transfer element, Layout layout, long weight) {
        this.element = element;
        this.layout = layout;
        this.weight = weight;
    }

    @Override
    long carry(Passage passage, int pointer, int length) {
        AbiContext source = passage.source();
        source.requireListRange(pointer, Integer.toUnsignedLong(length), layout);
        source.chargeLifted(length * weight);
        int target = passage.target().allocate(layout.alignment(), length * layout.size());
        int index = 0;
        try {
            for (; index < length; index++) {
                int offset = index * layout.size();
                element.copy(passage, pointer + offset, target + offset);
            }
        } catch (AbiFailure failure) {
            throw failure.insideWhileLowering("element " + index);
        }
        return Range.of(target, length);
    }
}
