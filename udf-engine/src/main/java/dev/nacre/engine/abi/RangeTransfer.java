package dev.nacre.engine.abi;

/** A string or list: pointer and length of what lies elsewhere. */
abstract class RangeTransfer extends Transfer {
    /**
     * Carries what a range holds; neither pointer nor length is checked yet.
     *
     * @return where it lies in the target, as {@link Range#of}
     */
    abstract long carry(Passage passage, int pointer, int length);

    @Override
    final void copy(Passage passage, int from, int to) {
        byte[] bytes = passage.source().bytes();
        int pointer = LittleEndian.getInt(bytes, from);
        long range = carry(passage, pointer, LittleEndian.getInt(bytes, from + 4));
        Range.store(passage.target(), range, to);
    }

    @Override
    final void pass(Passage passage, FlatValues from, FlatValues to) {
        int pointer = from.nextInt();
        Range.lowerFlat(carry(passage, pointer, from.nextInt()), to);
    }
}
