package dev.nacre.engine.abi;

import org.jspecify.annotations.Nullable;

/**
 * Carries the values of one type between their Java form and guest code. Immutable and shared.
 *
 * <p>The four methods are the specification's {@code load}, {@code store}, {@code lift_flat} and {@code lower_flat}. The
 * pointers given to {@link #load} and {@link #store} are aligned and in bounds: whoever makes the range checks it once for
 * all values inside.
 */
abstract class Codec {
    private final Layout layout;

    Codec(Layout layout) {
        this.layout = layout;
    }

    final Layout layout() {
        return layout;
    }

    /** Reads a value from memory. */
    abstract Object load(AbiContext context, int pointer);

    /** Writes a value to memory. */
    abstract void store(AbiContext context, @Nullable Object value, int pointer);

    /** Reads a value from core values. */
    abstract Object liftFlat(AbiContext context, FlatValues values);

    /** Writes a value as core values. */
    abstract void lowerFlat(AbiContext context, @Nullable Object value, FlatValues values);

    /**
     * Returns what carries values of this type from a guest to another.
     *
     * @param target of the same type, for the other guest's encoding of strings
     */
    abstract Transfer transferTo(Codec target, Transfers transfers);

    /** Returns about how many bytes of heap one lifted value takes, without what it points to. */
    abstract int weight();

    /** Returns the type's name for messages. */
    abstract String typeName();

    /** Says that a value has not this type's Java form. */
    final AbiFailure mismatch(@Nullable Object found, String expected) {
        return AbiFailure.mismatch(typeName(), expected, found);
    }
}
