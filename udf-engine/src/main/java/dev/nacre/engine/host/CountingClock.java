package dev.nacre.engine.host;

/**
 * A clock that counts its calls. Nobody waits: asking for a moment moves the clock there, so that a guest that sleeps until
 * its clock shows a time does wake.
 */
final class CountingClock implements GuestClock {
    private long nanos;

    @Override
    public long now() {
        after(1);
        return nanos;
    }

    /** Moves on; the clock stops at its last moment instead of starting over. */
    @Override
    public GuestPollable after(long duration) {
        return at(Long.compareUnsigned(nanos + duration, nanos) < 0 ? -1 : nanos + duration);
    }

    /** Moves on to a moment, unless it has passed. */
    @Override
    public GuestPollable at(long instant) {
        if (Long.compareUnsigned(instant, nanos) > 0) {
            nanos = instant;
        }
        return GuestPollable.READY;
    }
}
