package dev.nacre.engine.host;

import dev.nacre.engine.ClockGrant;

/** The monotonic clock of one instance, in nanoseconds read as unsigned. Mutable, used by the instance's thread. */
interface GuestClock extends HostState {
    /** Returns the clock of an instance. */
    static GuestClock of(HostCall call) {
        ClockGrant granted = call.grants().clocks();
        return call.state(GuestClock.class, () -> granted.passing() ? new PassingClock() : new CountingClock());
    }

    /** Returns the time, which is never earlier than before. */
    long now();

    /** Returns what is ready when the clock shows a moment. */
    GuestPollable at(long instant);

    /** Returns what is ready after a time, read as unsigned. */
    GuestPollable after(long duration);
}
