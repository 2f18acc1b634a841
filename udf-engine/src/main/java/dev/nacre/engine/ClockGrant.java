package dev.nacre.engine;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What time a guest sees.
 *
 * @param wall says what the wall clock shows
 * @param passing whether time passes: the monotonic clock is that of the host and sleeping waits. Otherwise the clock
 *     counts its calls, and sleeping moves it on without waiting
 */
public record ClockGrant(Clock wall, boolean passing) {
    /** No time at all. */
    static final ClockGrant NONE = new ClockGrant(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), false);

    public ClockGrant {
        requireNonNull(wall, "wall is null");
    }
}
