package dev.nacre.conformance;

import java.util.Collection;
import java.util.Optional;

/**
 * Counts of results.
 *
 * @param passed commands that passed
 * @param failed commands that failed
 * @param skipped commands that were not judged
 * @param notCounted commands that exist as text only
 * @param messagesAgreeing expected messages that the engine's own held
 * @param messages expected messages that were compared
 */
public record Tally(int passed, int failed, int skipped, int notCounted, int messagesAgreeing, int messages) {

    /** Counts results. */
    public static Tally of(Collection<CommandResult> results) {
        return new Tally(
                count(results, Outcome.PASSED),
                count(results, Outcome.FAILED),
                count(results, Outcome.SKIPPED),
                count(results, Outcome.NOT_COUNTED),
                (int) results.stream()
                        .filter(result -> result.messageAgrees().equals(Optional.of(true)))
                        .count(),
                (int) results.stream()
                        .filter(result -> result.messageAgrees().isPresent())
                        .count());
    }

    private static int count(Collection<CommandResult> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
