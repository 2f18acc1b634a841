package dev.nacre.engine.host;

import dev.nacre.engine.RandomGrant;

/** A source of random numbers of one instance. Mutable, used by the instance's thread. */
interface GuestRandom extends HostState {
    /** Returns the source of an instance. */
    static GuestRandom of(HostCall call) {
        RandomGrant granted = call.grants().random();
        return call.state(
                GuestRandom.class, () -> granted.secure() ? new SecureNumbers() : new SeededNumbers(granted.seed()));
    }

    long next();

    byte[] bytes(int length);
}
