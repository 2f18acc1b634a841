package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is tried, and what has to come of it. In its text {@code {name}} stands for a file of the arena.
 *
 * @param door how it comes in
 * @param text a statement, or the settings behind a URL
 * @param parameters of the statement: bytes
 * @param repeats how often the statement is run
 * @param clients how many do so at once, each on a connection of its own where there are several
 * @param due when the defence is due, after the start: a deadline, or the moment when another thread cancels
 * @param isCancelled whether another thread cancels it when it is due
 * @param guard when to give up waiting for it, after the start
 * @param expectation says what is wrong with what came of it
 */
public record Strike(
        Door door,
        String text,
        List<byte[]> parameters,
        int repeats,
        int clients,
        Duration due,
        boolean isCancelled,
        Duration guard,
        Expectation expectation) {
    private static final int GUARD_TIMES = 20;

    /** The time that a runaway may take to stop. */
    private static final Duration PROMPT = Duration.ofMillis(100);

    /** The time for what is refused after some work: planning, screening. */
    private static final Duration PATIENT = Duration.ofSeconds(2);

    /** A machine with other things to do stands still for seconds now and then. */
    private static final Duration LEAST_GUARD = Duration.ofSeconds(10);

    public Strike {
        parameters = List.copyOf(parameters);
    }

    /** Who knocks. */
    public enum Door {
        /** A statement of the administrator. */
        ADMINISTRATOR,
        /** A statement of a user without rights. */
        USER,
        /** A new connection of a user without rights, with the text behind the URL. */
        URL
    }

    /** Returns a statement of the administrator. */
    public static Strike administrator(String sql, byte[]... parameters) {
        return of(Door.ADMINISTRATOR, sql, parameters);
    }

    /** Returns a statement of a user without rights. */
    public static Strike user(String sql, byte[]... parameters) {
        return of(Door.USER, sql, parameters);
    }

    /** Returns an attempt to connect. */
    public static Strike url(String settings) {
        return of(Door.URL, settings);
    }

    private static Strike of(Door door, String text, byte[]... parameters) {
        return new Strike(
                door, text, List.of(parameters), 1, 1, Duration.ZERO, false, guard(PATIENT), Expectation.success());
    }

    /** Returns 20 times what a defence may take. */
    private static Duration guard(Duration target) {
        Duration generous = target.multipliedBy(GUARD_TIMES);
        return generous.compareTo(LEAST_GUARD) < 0 ? LEAST_GUARD : generous;
    }

    /** Returns it with another expectation. */
    public Strike expecting(Expectation other) {
        return new Strike(door, text, parameters, repeats, clients, due, isCancelled, guard, other);
    }

    /** Returns it with a deadline that the database knows of. */
    public Strike stoppedAfter(Duration deadline) {
        return endingAt(deadline, false);
    }

    /** Returns it with another thread that cancels it. */
    public Strike cancelledAfter(Duration delay) {
        return endingAt(delay, true);
    }

    private Strike endingAt(Duration end, boolean byCancellation) {
        return new Strike(
                door, text, parameters, repeats, clients, end, byCancellation, end.plus(guard(PROMPT)), expectation);
    }

    /** Returns it with more time for the defence before somebody gives up waiting. */
    public Strike guardedFor(Duration longer) {
        return new Strike(door, text, parameters, repeats, clients, due, isCancelled, longer, expectation);
    }

    /** Returns it, run several times. */
    public Strike times(int count) {
        return new Strike(door, text, parameters, count, clients, due, isCancelled, guard, expectation);
    }

    /** Returns it, done by several at once. */
    public Strike byClients(int count) {
        return new Strike(door, text, parameters, repeats, count, due, isCancelled, guard, expectation);
    }

    /** Returns what is wrong with an outcome; nothing when it is as expected. */
    Optional<String> objectionTo(Outcome outcome) {
        return expectation.objectionTo(outcome);
    }
}
