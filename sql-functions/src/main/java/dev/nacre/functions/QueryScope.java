package dev.nacre.functions;

import dev.nacre.functions.settings.EffectiveSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What one running statement holds of the engine: a meter, a log, and an instance of each function's component, made
 * at its first call.
 *
 * <p>Opened when a statement starts executing and closed exactly when it ends, however it ends. Used by the statement's thread; {@link #cancel}
 * and {@link #close} may come from any.
 */
public interface QueryScope extends AutoCloseable {
    /**
     * Loads what a function needs, so that nothing is left to load when its first row comes.
     *
     * @throws FunctionException when its component cannot be loaded, or its export does not fit any more
     */
    void prepare(FunctionDefinition function);

    /**
     * Returns a caller for one version of a scalar function or a procedure; the same for the same definition. A vectorized
     * function is called with batches of one row.
     */
    ScalarCall scalar(FunctionDefinition function);

    /** Returns a caller for one version of a vectorized function, with rows of its own. */
    BatchCall batch(FunctionDefinition function);

    /** Returns a caller for one version of a table function that takes no table; the same for the same definition. */
    TableCall table(FunctionDefinition function);

    /** Returns a caller for one version of a table function over a table; the same for the same definition. */
    ProcessorCall processor(FunctionDefinition function);

    /** Returns a caller for one version of an aggregate; the same for the same definition. */
    AggregateCall aggregate(FunctionDefinition function);

    /** Stops guest code that runs in this scope, and all that would start later. Safe from any thread. */
    void cancel();

    /** Throws when the scope was cancelled, timed out or closed. Polled by operators between rows. */
    void check();

    /** Lets the clock of the statement's timeout run: the client waits inside execute or next. */
    void resume();

    /** Stops the clock of the statement's timeout, which stands still until the first {@link #resume}. */
    void pause();

    /** Returns how much is left of the statement's timeout, zero when it is over; empty for none. Safe from any thread. */
    Optional<Duration> timeLeft();

    /** Returns what bounds the statement. */
    EffectiveSettings settings();

    /**
     * Counts rows that are kept until the statement ends.
     *
     * @throws FunctionException when the statement has no memory for them
     */
    void keep(long bytes);

    /** Closes all instances. Closing again does nothing. */
    @Override
    void close();
}
