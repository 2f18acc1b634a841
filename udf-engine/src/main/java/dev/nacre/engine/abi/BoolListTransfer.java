package dev.nacre.engine.abi;

/** list&lt;bool&gt;: every byte but zero becomes 1. */
final class BoolListTransfer extends RangeTransfer {
    private static final Layout BOOL = new BoolCodec().layout();

    @Override
    long carry(Passage passage, int pointer, int length) {
        AbiContext source = passage.source();
        source.requireListRange(pointer, Integer.toUnsignedLong(length), BOOL);
        source.chargeLifted(length);
        int target = passage.target().allocate(1, length);
        byte[] from = source.bytes();
        byte[] to = passage.target().bytes();
        for (int i = 0; i < length; i++) {
            to[target + i] = (byte) (from[pointer + i] == 0 ? 0 : 1);
        }
        return Range.of(target, length);
    }
}
