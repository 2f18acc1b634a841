package dev.nacre.engine.host;

/** The monotonic clock of one instance, in nanoseconds read as unsigned. Mutable, used by the instance's thread. */
final class GuestClock implements HostState {
    private long nanos;

    /** Returns the time, which is later at each call. */
    long now() {
        moveBy(1);
        return nanos;
    }

    /** Moves on; the clock stops at its last moment instead of starting over. */
    void moveBy(long duration) {
        moveTo(Long.compareUnsigned(nanos + duration, nanos) < 0 ? -1 : nanos + duration);
    }

    /** Moves on to a moment, unless it has passed. */
    void moveTo(long instant) {
        if (Long.compareUnsigned(instant, nanos) > 0) {
            nanos = instant;
        }
    }
}
