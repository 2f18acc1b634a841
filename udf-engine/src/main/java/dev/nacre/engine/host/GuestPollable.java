package dev.nacre.engine.host;

/** What a guest may wait for. Waiting changes nothing, so it needs no cleaning up. */
@FunctionalInterface
interface GuestPollable {
    /** What never has to be waited for. */
    GuestPollable READY = () -> 0;

    /** Returns how long to wait yet, in nanoseconds; 0 or less when there is nothing to wait for. */
    long waitNanos();
}
