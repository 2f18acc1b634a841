package dev.nacre.functions;

import dev.nacre.engine.LogSink;
import java.time.Duration;
import java.util.Optional;

/**
 * What bounds one query's guest code.
 *
 * @param callTimeout the longest uninterrupted time in guest code
 * @param timeout the longest time of the whole statement; empty for none
 * @param fuel how much the statement's guest code may run; {@link Long#MAX_VALUE} for no bound
 * @param log takes what guests log and print
 */
public record ScopeOptions(Duration callTimeout, Optional<Duration> timeout, long fuel, LogSink log) {
    /** A call may run 5 s: long for a function of one row, short for a person who waits. */
    public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(5);

    /** Returns the defaults, with a place for the log. */
    public static ScopeOptions defaults(LogSink log) {
        return new ScopeOptions(DEFAULT_CALL_TIMEOUT, Optional.empty(), Long.MAX_VALUE, log);
    }

    /** Returns these options with another bound on the whole statement. */
    public ScopeOptions withTimeout(Optional<Duration> limit) {
        return new ScopeOptions(callTimeout, limit, fuel, log);
    }
}
