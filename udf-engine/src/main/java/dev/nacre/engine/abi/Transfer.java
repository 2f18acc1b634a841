package dev.nacre.engine.abi;

/**
 * Carries the values of one type from one guest to another without making Java objects of them. Immutable and shared.
 *
 * <p>The two methods are the specification's {@code load} with {@code store} behind it, and {@code lift_flat} with {@code
 * lower_flat}. All that a {@link Codec} checks when it lifts is checked here, and no more is read: bytes between fields stay
 * where they are. The pointers are aligned and in bounds, as for a codec. What goes wrong with the target is a failure
 * {@linkplain AbiFailure#isWhileLowering() while lowering}.
 */
abstract class Transfer {
    /** Carries a value from memory to memory. */
    abstract void copy(Passage passage, int from, int to);

    /** Carries a value from core values to core values. */
    abstract void pass(Passage passage, FlatValues from, FlatValues to);

    /** Returns whether all bytes of the type's size are taken as they are, so that many values can be copied at once. */
    boolean isVerbatim() {
        return false;
    }
}
