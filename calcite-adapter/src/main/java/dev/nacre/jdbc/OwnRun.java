package dev.nacre.jdbc;

import dev.nacre.engine.sandbox.StopSignal;
import java.util.Optional;

/**
 * One of Nacre's own statements while it runs. What it tries out ends when it is cancelled. Belongs to one thread; {@link #cancel}
 * may come from any.
 */
final class OwnRun implements StopSignal, AutoCloseable {
    private final Runnable onEnd;
    private volatile boolean cancelled;

    OwnRun(Runnable onEnd) {
        this.onEnd = onEnd;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public Optional<String> reason() {
        return cancelled ? Optional.of("the statement was cancelled") : Optional.empty();
    }

    @Override
    public void close() {
        onEnd.run();
    }
}
