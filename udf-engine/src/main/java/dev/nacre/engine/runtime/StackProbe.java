package dev.nacre.engine.runtime;

import dev.nacre.engine.sandbox.Meter;

/**
 * Makes sure that a host function has some stack left, because a stack overflow in the middle of it could leave host classes
 * or host state half made. An overflow in the probe itself harms nothing.
 */
final class StackProbe {
    /** Guest functions that are under way at most without a probe: even with the largest frames they leave half a MiB. */
    private static final int SHALLOW = 32;

    /** A level takes 24 bytes and more; together they are as much as linking a method handle takes. */
    private static final int LEVELS = 2000;

    private StackProbe() {}

    /** Throws a {@link StackOverflowError} when the stack is nearly used up. */
    static void check(Meter meter) {
        if (meter.depth() > SHALLOW) {
            deep();
        }
    }

    static void deep() {
        if (descend(LEVELS) != LEVELS) {
            throw new IllegalStateException("a probe of the stack went wrong");
        }
    }

    private static int descend(int levels) {
        return levels == 0 ? 0 : 1 + descend(levels - 1);
    }
}
