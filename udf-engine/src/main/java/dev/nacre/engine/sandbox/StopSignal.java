package dev.nacre.engine.sandbox;

import java.util.Optional;

/**
 * Says whether somebody who cannot reach the meter wants the guest to stop, as a database that keeps its own word on what is
 * cancelled.
 */
@FunctionalInterface
public interface StopSignal {
    /** Never stops anything. */
    StopSignal NONE = Optional::empty;

    /**
     * Returns why the guest has to stop, for the message; empty to go on. Called on the guest's thread every few
     * milliseconds; throws nothing.
     */
    Optional<String> reason();
}
