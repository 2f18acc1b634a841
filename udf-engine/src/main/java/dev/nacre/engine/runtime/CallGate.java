package dev.nacre.engine.runtime;

import dev.nacre.engine.EngineException;

/** Lets typed calls from the host into an instance, and out again. */
public interface CallGate {
    /**
     * Enters the instance.
     *
     * @throws EngineException when no call is possible
     */
    void enter();

    /** Leaves the instance after a call that went well. */
    void exit();

    /** Ends the instance after a call that failed, and returns the exception to throw. */
    EngineException failed(Throwable thrown);
}
