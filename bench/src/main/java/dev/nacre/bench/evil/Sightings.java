package dev.nacre.bench.evil;

import java.util.concurrent.atomic.AtomicBoolean;

/** What the canary class says; apart from it, so that asking does not initialise it. */
final class Sightings {
    static final AtomicBoolean CANARY = new AtomicBoolean();

    private Sightings() {}
}
