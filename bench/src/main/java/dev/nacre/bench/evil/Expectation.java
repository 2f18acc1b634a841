package dev.nacre.bench.evil;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what came of a strike. */
@FunctionalInterface
public interface Expectation {
    /** Returns what is wrong with an outcome; nothing when all is well. */
    Optional<String> objectionTo(Outcome outcome);

    /** Expects no failure. */
    static Expectation success() {
        return outcome -> outcome.failure().map(failure -> "expected success, found " + outcome.summary());
    }

    /** Expects one row with one value. */
    static Expectation value(Object expected) {
        return outcome -> unless(
                outcome.failure().isEmpty() && outcome.rows().equals(List.of(List.of(String.valueOf(expected)))),
                "the value " + expected,
                outcome);
    }

    /** Expects one row with one value that matches. */
    static Expectation text(String pattern) {
        return outcome -> unless(
                outcome.failure().isEmpty()
                        && outcome.rows().size() == 1
                        && String.join("", outcome.rows().get(0)).matches(pattern),
                "a value like " + pattern,
                outcome);
    }

    /** Expects an error with one of these SQLSTATEs. */
    static Expectation refusal(String... states) {
        return outcome -> unless(
                outcome.failure()
                        .filter(failure -> Set.of(states).contains(failure.state()))
                        .isPresent(),
                "SQLSTATE " + String.join(" or ", states),
                outcome);
    }

    /** Expects rows, or an error that says what is wrong: no fault of the database, and of the connection neither. */
    static Expectation containment() {
        return outcome -> outcome.failure()
                .filter(failure -> isFault(failure.state()))
                .map(failure -> "expected rows or an error of the statement or the guest, found " + outcome.summary());
    }

    /** Expects one of two. */
    default Expectation or(Expectation other) {
        return outcome -> objectionTo(outcome)
                .flatMap(objection -> other.objectionTo(outcome).map(second -> objection + "; " + second));
    }

    private static boolean isFault(String state) {
        return !state.matches("[0-9A-Z]{5}")
                || state.startsWith("XX")
                || state.startsWith("HY")
                || state.startsWith("08");
    }

    private static Optional<String> unless(boolean holds, String expected, Outcome found) {
        return holds ? Optional.empty() : Optional.of("expected " + expected + ", found " + found.summary());
    }
}
