package dev.nacre.engine.host;

/** A clock on which time passes. It starts with the instance, so that nobody learns how long the host has been running. */
final class PassingClock implements GuestClock {
    /** Three hundred years less than forever, so that sums do not overflow. */
    private static final long FAR_NANOS = Long.MAX_VALUE / 2;

    private final long start = System.nanoTime();

    @Override
    public long now() {
        return System.nanoTime() - start;
    }

    @Override
    public GuestPollable at(long instant) {
        long due = clipped(instant);
        return () -> due - now();
    }

    @Override
    public GuestPollable after(long duration) {
        return at(clipped(duration) + now());
    }

    private static long clipped(long nanos) {
        return nanos < 0 || nanos > FAR_NANOS ? FAR_NANOS : nanos;
    }
}
